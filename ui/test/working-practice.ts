// The practice of Willow Lane with a memory: what is registered can be found, what is given stands on the timeline.
import type {
  ClientInput,
  ClientView,
  DraftView,
  PreviewSheet,
  SheetRow,
  SheetText,
  SheetView,
  TimelineEntry,
} from '../src/ipc/bindings';
import { nameOf } from '../src/features/clients/client-input';
import type { Slice } from '../src/ipc/events';
import { ageOf, rowOf } from './client-row';
import { WorkingDiary } from './diary';
import { refuse, type Answers } from './fake-core';
import { Files } from './files';
import { findingAnswers } from './finding';
import { review } from './sheet-review';
import { Keeping } from './keeping';
import { Twins } from './merging';
import { SignedNotes } from './signed-notes';
import { tinyPdf } from './tiny-pdf';
import { backPain } from './what-is-typed';
import { NOW, ines, open, quietDay } from './willow-lane';

const DAY = 86_400_000;
const MINUTE = 60_000;

type Kept = { versions: SheetView[]; given: number };

/** A place where an act is done by Ines at a time that moves on by a minute with every act. */
export class WorkingPractice {
  clients = new Map<string, ClientView>();
  timelines = new Map<string, TimelineEntry[]>();
  sheets = new Map<string, Kept>();
  drafts = new Map<string, DraftView>();
  notes = new SignedNotes({
    id: (kind) => this.#id(kind),
    tick: () => this.#tick(),
    record: (client, entry) => this.#record(client, entry),
    forgetDraft: (id) => id !== null && this.drafts.delete(id),
    changed: () => this.changed('notes'),
  });
  diary = new WorkingDiary(() => this.changed('bookings'));
  twins = new Twins(this);
  keeping = new Keeping(this);
  files = new Files(this);
  /** Told after every change, as the shell tells the window. */
  changed: (...slices: Slice[]) => void = () => undefined;
  /** Characters that cannot be printed here. */
  unprintable = /[\u0590-\u06ff]/u;
  /** Makes the pages; pictures for looking put a real sheet here. */
  print: (sheet: PreviewSheet) => ArrayBuffer = (sheet) => this.#lines(sheet);

  #now = NOW;
  #next = 1;
  #recent: string[] = [];

  register(client: ClientInput, daysAgo = 0): ClientView {
    const number = this.clients.size + 1;
    const at = this.#tick() - daysAgo * DAY;
    const view: ClientView = {
      id: this.#id('client'),
      number,
      version: 1,
      name: nameOf(client),
      age: ageOf(client),
      minor: (ageOf(client) ?? 99) < 18,
      client,
      responsible: null,
      named_by: [],
      linked: [],
      put_away: null,
      registered_at: at,
      registered_by: ines.name,
      updated_at: at,
      updated_by: ines.name,
    };
    this.clients.set(view.id, view);
    this.timelines.set(view.id, [{ kind: 'registered', id: this.#id('act'), at, by: ines.name }]);
    this.#touch(view.id);
    this.changed('clients', 'drafts');
    return view;
  }

  /** Changes a record, as somebody else would at another place. */
  change(id: string, fields: Partial<ClientInput>, by = ines.name): ClientView {
    const old = this.#client(id);
    const client = { ...old.client, ...fields };
    const at = this.#tick();
    const view: ClientView = {
      ...old,
      client,
      version: old.version + 1,
      name: nameOf(client),
      age: ageOf(client),
      updated_at: at,
      updated_by: by,
    };
    this.clients.set(id, view);
    const changed = Object.keys(client).filter(
      (field) =>
        JSON.stringify(client[field as keyof ClientInput]) !==
        JSON.stringify(old.client[field as keyof ClientInput]),
    );
    this.#record(id, { kind: 'details_changed', id: this.#id('act'), at, by, fields: changed });
    return view;
  }

  keep(text: SheetText, id = this.#id('sheet'), by = ines.name): SheetView {
    const kept = this.sheets.get(id) ?? { versions: [], given: 0 };
    const view: SheetView = {
      id,
      version: kept.versions.length + 1,
      text,
      kept_at: this.#tick(),
      kept_by: by,
      built_in: false,
    };
    this.sheets.set(id, { ...kept, versions: [...kept.versions, view] });
    this.changed('handouts', 'drafts');
    return view;
  }

  draft(draft: Pick<DraftView, 'kind' | 'subject' | 'label' | 'body'>): DraftView {
    const view = { ...draft, id: this.#id('draft'), saved_at: this.#tick() };
    this.drafts.set(view.id, view);
    return view;
  }

  answers(): Answers {
    return open({
      ...this.notes.answers(),
      ...this.diary.answers((id) => this.#client(id).name),
      ...findingAnswers(
        () => this.clients.values(),
        () => this.changed('clients'),
      ),
      ...this.twins.answers(),
      ...this.keeping.answers(),
      ...this.files.answers(),
      clientsRows: ({ ids }) => ids.map((id) => rowOf(this.#client(id))),
      clientsRegister: ({ client, despite_twins, draft }) => {
        this.#check(client);
        const twins = [...this.clients.values()].filter((view) => view.name === nameOf(client));
        if (twins.length && !despite_twins)
          refuse({ code: 'likely_duplicate', clients: twins.map(({ id }) => id) });
        if (draft !== null) this.drafts.delete(draft);
        return this.register(client);
      },
      clientsEdit: ({ id, version, client, draft }) => {
        const stored = this.#client(id);
        if (stored.version !== version) refuse({ code: 'stale', id, version: stored.version });
        this.#check(client);
        if (draft !== null) this.drafts.delete(draft);
        return this.change(id, client);
      },
      clientsOverview: ({ id: asked }) => {
        const id = this.twins.now(asked);
        return { client: this.#client(id), timeline: [...(this.timelines.get(id) ?? [])].reverse() };
      },
      draftsSave: ({ id, ...draft }) => {
        const view = { ...draft, id: id ?? this.#id('draft'), saved_at: this.#tick() };
        this.drafts.set(view.id, view);
        this.changed('drafts');
        return { id: view.id, saved_at: view.saved_at };
      },
      draftsList: () => [...this.drafts.values()].sort((a, b) => b.saved_at - a.saved_at),
      draftsRead: ({ id }) => this.drafts.get(id) ?? refuse({ code: 'not_found' }),
      draftsDiscard: ({ id }) => {
        this.drafts.delete(id);
        this.changed('drafts');
        return null;
      },
      handoutsList: () => [...this.sheets.values()].map(sheetRow),
      handoutsOpen: ({ id }) => latest(this.sheets.get(id)) ?? refuse({ code: 'not_found' }),
      handoutsReview: review,
      handoutsImport: () => this.import(),
      handoutsTakeDropped: () => this.import(),
      handoutsKeep: ({ id, version, text, draft }) => {
        const stored = id === null ? undefined : latest(this.sheets.get(id));
        if (stored && stored.version !== version)
          refuse({ code: 'stale', id: stored.id, version: stored.version });
        if (!text.title.trim()) {
          refuse({ code: 'invalid', fields: [{ path: 'title', problem: 'required', limit: null }] });
        }
        if (draft !== null) this.drafts.delete(draft);
        return this.keep(text, id ?? undefined);
      },
      handoutsPreview: (sheet) => this.#printed(sheet),
      handoutsSavePdf: ({ text }) => ({ file_name: `${text.title}.pdf` }),
      handoutsGive: ({ sheet, version, client, paper, text_size }) => {
        const kept = this.sheets.get(sheet);
        const view = kept?.versions[version - 1] ?? refuse({ code: 'not_found' });
        const bytes = this.#printed({ text: view.text, client, paper, text_size, sheet_version: version });
        const [id, at] = [this.#id('given'), this.#tick()];
        if (kept) kept.given += 1;
        this.#givenPdfs.set(id, bytes);
        this.#record(client, {
          kind: 'sheet_given',
          id,
          at,
          by: ines.name,
          sheet,
          title: view.text.title,
          sheet_version: version,
          language: view.text.language,
          paper,
          text_size,
          pages: 1,
          bytes: bytes.byteLength,
        });
        return { id, client, pages: 1, bytes: bytes.byteLength, at };
      },
      handoutsGivenPdf: ({ id }) => this.#givenPdfs.get(id)?.slice(0) ?? refuse({ code: 'not_found' }),
      handoutsSaveGivenPdf: () => ({ file_name: 'given.pdf' }),
      handoutsPrint: () => ({ outcome: 'sent' }),
      handoutsPrintGiven: () => ({ outcome: 'sent' }),
      handoutsOpenPdf: () => null,
      handoutsOpenGiven: () => null,
      todayRead: () => this.#today(),
    });
  }

  import() {
    const text = structuredClone(backPain);
    const { id } = this.draft({
      kind: 'sheet',
      subject: null,
      label: text.title,
      body: JSON.stringify(text),
    });
    return { draft: id, text, review: review(text), file_name: 'acupuncture-for-back-pain.txt' };
  }

  #givenPdfs = new Map<string, ArrayBuffer>();

  #today() {
    const given = [...this.timelines].flatMap(([client, entries]) =>
      entries.flatMap((entry) =>
        entry.kind === 'sheet_given'
          ? [
              {
                id: entry.id,
                client,
                client_name: this.#client(client).name,
                title: entry.title,
                at: entry.at,
              },
            ]
          : [],
      ),
    );
    const rows = [...this.clients.values()].map(rowOf);
    return {
      ...quietDay,
      diary: this.diary.view(),
      date: '2026-05-12',
      unfinished: [...this.drafts.values()].sort((a, b) => b.saved_at - a.saved_at),
      given,
      registered: rows.filter((row) => row.registered_at >= NOW),
      recent: this.#recent.slice(0, 8).map((id) => rowOf(this.#client(id))),
      clients: this.clients.size,
      sheets: this.sheets.size,
    };
  }

  #printed(sheet: PreviewSheet): ArrayBuffer {
    const name = sheet.client === null ? '' : this.#client(sheet.client).name;
    const character = this.unprintable.exec(`${name}${sheet.text.title}${sheet.text.markdown}`)?.[0];
    if (character) {
      const code = character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
      refuse({ code: 'no_glyph', characters: [{ character, name: `Hebrew letter U+${code}` }] });
    }
    return this.print(sheet);
  }

  #lines(sheet: PreviewSheet): ArrayBuffer {
    const name = sheet.client === null ? [] : [`For ${this.#client(sheet.client).name}`];
    return tinyPdf(
      [...name, sheet.text.title, ...sheet.text.markdown.split('\n')],
      sheet.paper,
      sheet.text_size,
    );
  }

  #check(client: ClientInput): void {
    if (!nameOf(client)) {
      refuse({ code: 'invalid', fields: [{ path: 'given_name', problem: 'required', limit: null }] });
    }
    const wrong = client.emails.findIndex(({ email }) => !email.includes('@'));
    if (wrong >= 0) {
      const path = `emails.${wrong}.email`;
      refuse({ code: 'invalid', fields: [{ path, problem: 'not_an_email', limit: null }] });
    }
  }

  #client(id: string): ClientView {
    return this.clients.get(id) ?? refuse({ code: 'not_found' });
  }

  #record(client: string, entry: TimelineEntry): void {
    this.timelines.get(client)?.push(entry);
    this.#touch(client);
    this.changed('clients', 'drafts', 'handouts', 'notes');
  }

  #touch(id: string): void {
    this.#recent = [id, ...this.#recent.filter((known) => known !== id)];
  }

  #id(kind: string): string {
    return `${kind}-${this.#next++}`;
  }

  #tick(): number {
    return (this.#now += MINUTE);
  }
}

function latest(kept: Kept | undefined): SheetView | undefined {
  return kept?.versions.at(-1);
}

function sheetRow(kept: Kept): SheetRow {
  const view = latest(kept) ?? refuse({ code: 'not_found' });
  const { title, language, author, written } = view.text;
  return {
    id: view.id,
    title,
    language,
    version: view.version,
    author,
    written: written || null,
    kept_at: view.kept_at,
    given: kept.given,
    built_in: false,
  };
}
