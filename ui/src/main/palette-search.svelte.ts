// What the palette offers for a text: people from the core, sheets and actions from what is already here.
import FileText from '@lucide/svelte/icons/file-text';
import User from '@lucide/svelte/icons/user';
import type { ClientRow, SheetRow } from '../ipc/bindings';
import { core } from '../ipc/call';
import { words, type PersonWord } from '../messages';
import { languageName } from '../messages/formats';
import { findFolded } from '../shared/fold';
import type { IconOf } from '../shared/Icon.svelte';
import { failed } from '../shared/toasts.svelte';
import { actions, type Action } from './actions';
import { practice } from './practice.svelte';
import { go } from './router.svelte';

export type Entry = {
  id: string;
  icon: IconOf;
  label: string;
  detail: string;
  keys?: string;
  run: () => unknown;
};
export type Group = { id: 'people' | 'sheets' | 'actions'; label: string; entries: Entry[] };

const EACH = 5;

export class PaletteSearch {
  groups = $state.raw<Group[]>([]);
  /** Whether the groups answer the latest text. */
  settled = $state(false);

  #turn = 0;
  #sheets: Promise<SheetRow[]> | null = null;

  /** Without text: whom one saw last, and everything that can be done. */
  async ask(text: string, word: PersonWord): Promise<void> {
    const turn = ++this.#turn;
    this.settled = false;
    try {
      this.#sheets ??= core.handoutsList();
      const [people, sheets] = await Promise.all([whom(text), this.#sheets]);
      if (turn !== this.#turn) return;
      const say = words.common.palette;
      const groups: Group[] = [
        { id: 'people', label: say.people(word), entries: people.map((row) => person(row, text)) },
        {
          id: 'sheets',
          label: say.sheets,
          entries: text ? sheets.filter(holds(text)).slice(0, EACH).map(sheet) : [],
        },
        {
          id: 'actions',
          label: say.actions,
          entries: actions(word).filter(offered).map(action).filter(holds(text)),
        },
      ];
      this.groups = groups.filter((group) => group.entries.length > 0);
      this.settled = true;
    } catch (thrown) {
      if (turn === this.#turn) failed(thrown);
    }
  }

  /** Answers still under way are dropped. */
  stop(): void {
    this.#turn += 1;
  }
}

async function whom(text: string): Promise<ClientRow[]> {
  if (!text.trim()) return (await core.todayRead()).recent.slice(0, EACH);
  return (await core.clientsFind({ text, offset: 0, limit: EACH })).rows;
}

function holds(text: string): (thing: { label: string } | { title: string }) => boolean {
  return (thing) => !text.trim() || findFolded('label' in thing ? thing.label : thing.title, text) !== null;
}

/** The palette is open already. */
function offered(candidate: Action): boolean {
  return candidate.id !== 'palette';
}

function person(row: ClientRow, text: string): Entry {
  const say = words.common.palette;
  // Found by something other than the name: show that, so that the hit explains itself.
  const reason = [row.preferred_name, row.phone, row.email].filter(
    (known) => known && text && findFolded(known, text),
  );
  const known = [row.age === null ? null : say.age(row.age), ...reason, say.number(row.number)];
  return {
    id: row.id,
    icon: User,
    label: row.name,
    detail: known.filter(Boolean).join(' · '),
    run: () => go({ screen: 'client', id: row.id }),
  };
}

function sheet(row: SheetRow): Entry {
  const say = words.common.palette;
  return {
    id: row.id,
    icon: FileText,
    label: row.title,
    detail: [languageName(row.language), say.version(row.version)].join(' · '),
    run: () => go({ screen: 'sheet', id: row.id }),
  };
}

function action({ id, icon, label, keys, single, run }: Action): Entry {
  return { id, icon, label, detail: '', keys: keys ?? (practice.singleKeys ? single : undefined), run };
}
