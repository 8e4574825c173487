// The files of clients, from memory: added, looked at, changed, removed and restored.
import type { AddedFile, ClientFile, ClientFiles, FieldError } from '../src/ipc/bindings';
import { refuse, type Answers } from './fake-core';
import { pictureBytes } from './picture';
import { tinyPdf } from './tiny-pdf';
import { ines, NOW } from './willow-lane';
import type { WorkingPractice } from './working-practice';

const MINUTE = 60_000;

/** What somebody chooses or lets go: it is added, unless it is said what becomes of it instead. */
export type Offered = Partial<ClientFile> & { name: string; outcome?: AddedFile['outcome'] };

export class Files {
  /** What the dialog of the system brings, and what is let go over the window. */
  offered: Offered[] = [];
  /** Of which file the photo of somebody is made. */
  portraits: Record<string, string | null> = {};
  #files = new Map<string, ClientFile>();

  constructor(private readonly practice: WorkingPractice) {}

  answers(): Answers {
    return {
      filesList: ({ id }) => this.of(id),
      filesChoose: ({ client, clinical }) => this.#take(client, clinical),
      filesTakeDropped: ({ client, clinical }) => this.#take(client, clinical),
      filesStop: () => null,
      filesChange: ({ id, version, ...said }) => {
        const seen = this.#seen(id, version);
        const wrong = problemsOf(said);
        if (wrong.length) refuse({ code: 'invalid', fields: wrong });
        return this.put({ ...seen, ...said, name: said.name.trim() });
      },
      filesRemove: ({ id, version }) => this.put({ ...this.#seen(id, version), removed: true }),
      filesRestore: ({ id, version }) => this.put({ ...this.#seen(id, version), removed: false }),
      filesOpen: ({ id }) => this.#one(id),
      filesSaveAs: ({ id }) => ({ file_name: this.#one(id).name }),
      filesOpenOutside: () => null,
      filesPicture: ({ id }) => (this.#one(id).shows ? pictureBytes() : refuse({ code: 'not_found' })),
      filesPdf: ({ id }) => tinyPdf([this.#one(id).name, 'Mild narrowing at L4/5.'], 'letter'),
      filesPortrait: ({ id }) => (this.portraits[id] ? pictureBytes() : new ArrayBuffer()),
      filesSetPortrait: ({ client, file }) => {
        const before = this.portraits[client] ?? null;
        this.portraits[client] = file;
        this.practice.changed('clients');
        return { before };
      },
    };
  }

  /** The files of somebody, as the core lists them. */
  of(client: string): ClientFiles {
    const theirs = [...this.#files.values()].filter((file) => file.client === client);
    const newest = theirs.sort((a, b) => b.day.localeCompare(a.day) || b.added_at - a.added_at);
    const inUse = [...this.#files.values()].filter(({ removed }) => !removed);
    return {
      files: newest.filter(({ removed }) => !removed),
      removed: newest.filter(({ removed }) => removed),
      tags: [...new Set(inUse.flatMap(({ tags }) => tags))],
      portrait: this.portraits[client] ?? null,
    };
  }

  add(client: string, file: Partial<ClientFile> & { name: string }): ClientFile {
    const number = this.#files.size + 1;
    return this.put({
      id: `file-${number}`,
      version: 0,
      client,
      day: '2026-05-12',
      tags: [],
      clinical: true,
      form: 'jpeg',
      bytes: 2_400_000,
      shows: (file.form ?? 'jpeg') === 'jpeg',
      opens: true,
      misnamed: false,
      removed: false,
      added_at: NOW + number * MINUTE,
      added_by: ines.name,
      ...file,
    });
  }

  /** Keeps it, as somebody else would at another place. */
  put(file: ClientFile): ClientFile {
    const kept = { ...file, version: file.version + 1 };
    this.#files.set(kept.id, kept);
    const timeline = this.practice.timelines.get(kept.client) ?? [];
    const others = timeline.filter((entry) => entry.kind !== 'file_added' || entry.id !== kept.id);
    const entry = { kind: 'file_added' as const, id: kept.id, at: kept.added_at, file: kept };
    this.practice.timelines.set(kept.client, kept.removed ? others : [...others, entry]);
    this.practice.changed('clients');
    return kept;
  }

  #take(client: string, clinical: boolean): AddedFile[] {
    return this.offered.map(({ outcome = 'added', ...file }) => ({
      name: file.name,
      outcome,
      id: outcome === 'added' ? this.add(client, { clinical, ...file }).id : null,
    }));
  }

  #one(id: string): ClientFile {
    return this.#files.get(id) ?? refuse({ code: 'not_found' });
  }

  #seen(id: string, version: number): ClientFile {
    const file = this.#one(id);
    if (file.version !== version) refuse({ code: 'stale', id, version: file.version });
    return file;
  }
}

function problemsOf({ name, day, tags }: Pick<ClientFile, 'name' | 'day' | 'tags'>): FieldError[] {
  const long = tags.findIndex((tag) => tag.length > 40);
  return [
    ...(name.trim() ? [] : [{ path: 'name', problem: 'required' as const, limit: null }]),
    ...(/^\d{4}-\d{2}-\d{2}$/.test(day)
      ? []
      : [{ path: 'day', problem: 'not_a_date' as const, limit: null }]),
    ...(long < 0 ? [] : [{ path: `tags.${long}`, problem: 'too_long' as const, limit: 40 }]),
  ];
}
