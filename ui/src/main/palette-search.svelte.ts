// What the palette offers for a text: people from the core, sheets and actions from what is already here.
import EyeOff from '@lucide/svelte/icons/eye-off';
import FileText from '@lucide/svelte/icons/file-text';
import Needle from '@lucide/svelte/icons/git-commit-vertical';
import User from '@lucide/svelte/icons/user';
import UserPlus from '@lucide/svelte/icons/user-plus';
import type { ClientRow, SheetRow } from '../ipc/bindings';
import { core } from '../ipc/call';
import { words, type PersonWord } from '../messages';
import { languageName } from '../messages/formats';
import { findFolded } from '../shared/fold';
import type { IconOf } from '../shared/Icon.svelte';
import type { MenuItem } from '../shared/menu.svelte';
import { secureSearch, shown } from '../shared/secure-search.svelte';
import { failed } from '../shared/toasts.svelte';
import { clientMenu } from '../views/client-menu';
import { send } from '../views/errand';
import { actions, type Action } from './actions';
import { ComingBeside } from './coming-beside.svelte';
import { diaryAtHand } from './diary-at-hand';
import type { Question } from './overlay.svelte';
import { inOrder, visits } from './palette-visits';
import { practice } from './practice.svelte';
import { go } from './router.svelte';

export type Entry = {
  id: string;
  icon: IconOf;
  label: string;
  /** The name in Chinese, beside the label. */
  han?: string;
  detail: string;
  /** What is to be seen of it at once. */
  mark?: string;
  keys?: string;
  /** A person, whose name can be blurred. */
  person?: true;
  /** The client it is: when they come next stands beside it, and they can be booked. */
  client?: string;
  row?: ClientRow;
  /** Found but for a slip of the keyboard. */
  near?: boolean;
  /** What else can be done with it. */
  more?: readonly MenuItem[];
  /** What is asked before it can be done. */
  question?: Question;
  /** What it opens takes the palette's place by itself. */
  over?: true;
  run: () => unknown;
};
export type Group = { id: string; label: string; entries: Entry[] };

/** One kind of thing that can be found; groups stand in the order of the sources. */
type Source = {
  id: string;
  label: (word: PersonWord) => string;
  find: (text: string, word: PersonWord) => Promise<Entry[]> | Entry[];
};

const EACH = 5;
/** Stands for people who are not shown. */
const HIDDEN = 'hidden-people';

export class PaletteSearch {
  groups = $state.raw<Group[]>([]);
  /** What is said of people who are not shown. */
  hidden = $state.raw<string | null>(null);
  /** Whether the groups answer the latest text. */
  settled = $state(false);

  #diary = diaryAtHand();
  readonly coming = new ComingBeside(this.#diary);
  #turn = 0;
  #sheets: Promise<SheetRow[]> | null = null;
  #sources: readonly Source[] = [
    { id: 'visits', label: () => words.oneLine.group, find: (text) => visits(text, this.#diary) },
    { id: 'people', label: (word) => words.common.palette.people(word), find: people },
    { id: 'sheets', label: () => words.common.palette.sheets, find: (text) => this.#findSheets(text) },
    { id: 'points', label: () => words.common.nav.points, find: points },
    { id: 'actions', label: () => words.common.palette.actions, find: things },
  ];

  /** Without text: whom one saw last, and everything that can be done. A question is answered by people only. */
  async ask(text: string, word: PersonWord, question: Question | null = null): Promise<void> {
    const turn = ++this.#turn;
    this.settled = false;
    const sources = question ? answering(question) : this.#sources;
    try {
      const groups = await Promise.all(
        sources.map(async ({ id, label, find }) => ({
          id,
          label: label(word),
          entries: await find(text, word),
        })),
      );
      if (turn !== this.#turn) return;
      this.hidden = groups.flatMap(({ entries }) => entries).find(({ id }) => id === HIDDEN)?.label ?? null;
      const chosen = groups
        .map((group) => ({ ...group, entries: group.entries.filter(({ id }) => id !== HIDDEN) }))
        .filter(({ entries }) => entries.length > 0);
      this.groups = inOrder(similarLast(chosen), text);
      this.settled = true;
    } catch (thrown) {
      if (turn === this.#turn) failed(thrown);
    }
  }

  /** Answers still under way are dropped. */
  stop(): void {
    this.#turn += 1;
  }

  async #findSheets(text: string): Promise<Entry[]> {
    if (!text.trim()) return [];
    this.#sheets ??= core.handoutsList();
    return (await this.#sheets).filter(holds(text)).slice(0, EACH).map(sheet);
  }
}

async function people(text: string): Promise<Entry[]> {
  if (text.trim()) return found(text);
  if (secureSearch.on) return [];
  return (await core.todayRead()).recent.slice(0, EACH).map((row) => person(row, text));
}

async function found(text: string): Promise<Entry[]> {
  const answer = await core.clientsFind({ text, offset: 0, limit: EACH });
  const sure = answer.total - answer.near;
  const rows = shown(answer);
  if (rows.length === 0 && answer.total > 0) return [hidden(answer.total)];
  return rows.map((row, index) => person(row, text, index >= sure));
}

/** People whom secure search does not show yet: no entry, but words above the others. */
function hidden(count: number): Entry {
  const say = words.finding.secure;
  const label = `${say.fit(count, practice.word)} ${say.title}.`;
  return { id: HIDDEN, icon: EyeOff, label, detail: '', run: () => undefined };
}

/** People who are only similar come after everything else. */
function similarLast(groups: Group[]): Group[] {
  const similar = groups.filter(({ entries }) => entries.every(({ near }) => near));
  return [...groups.filter((group) => !similar.includes(group)), ...similar];
}

/** Everybody who may be meant; who is not here yet is registered first. */
function answering({ ask, choose }: Question): Source[] {
  // The question stays in sight while its answer is typed.
  return [{ id: 'people', label: ask, find }];

  async function find(text: string, word: PersonWord): Promise<Entry[]> {
    const rows = text.trim() ? await found(text) : await recentOrFirst();
    const somebody = rows.map(({ row, ...entry }) =>
      row ? { ...entry, client: undefined, more: undefined, run: () => choose(row) } : entry,
    );
    // Whoever is only similar is not taken for somebody new.
    return rows.every(({ near }) => near) ? [newPerson(text, word), ...somebody] : somebody;
  }
}

async function recentOrFirst(): Promise<Entry[]> {
  const { recent } = await core.todayRead();
  if (secureSearch.on || recent.length === 0) return found('');
  return recent.slice(0, EACH).map((row) => person(row, ''));
}

function newPerson(text: string, word: PersonWord): Entry {
  return {
    id: 'new-person',
    icon: UserPlus,
    label: words.common.actions.newPerson(word),
    detail: text.trim(),
    run: () => send({ screen: 'clients', adding: true }, { typed: text }),
  };
}

async function points(text: string): Promise<Entry[]> {
  const rows = text.trim() ? await core.pointsFind({ text, limit: EACH }) : [];
  return rows.map((row) => ({
    id: row.code,
    icon: Needle,
    label: `${row.code} ${row.pinyin}`,
    han: row.hanzi,
    // Found by what another system calls it: that code explains the hit.
    detail: [row.matched, row.english].filter(Boolean).join(' · '),
    run: () => go({ screen: 'point', code: row.code }),
  }));
}

function things(text: string, word: PersonWord): Entry[] {
  return actions(word).filter(offered).map(action).filter(holds(text));
}

function holds(text: string): (thing: { label: string } | { title: string }) => boolean {
  return (thing) => !text.trim() || findFolded('label' in thing ? thing.label : thing.title, text) !== null;
}

/** The palette is open already. */
function offered(candidate: Action): boolean {
  return candidate.id !== 'palette';
}

function person(row: ClientRow, text: string, near = false): Entry {
  const say = words.common.palette;
  // Found by something other than the name: show that, so that the hit explains itself.
  const reason = [row.preferred_name, row.phone, row.email].filter(
    (known) => known && text && findFolded(known, text),
  );
  const stands = row.status === 'active' ? null : words.record.statuses[row.status];
  const similar = near ? words.finding.near : null;
  const known = [
    similar,
    row.age === null ? null : say.age(row.age),
    stands,
    ...reason,
    say.number(row.number),
  ];
  return {
    id: row.id,
    icon: User,
    label: row.name,
    detail: known.filter(Boolean).join(' · '),
    mark: row.put_away ? words.putAway.places[row.put_away] : undefined,
    person: true,
    client: row.id,
    row,
    near,
    more: clientMenu(row),
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

function action({ id, icon, label, keys, single, question, run }: Action): Entry {
  const shown = keys ?? (practice.singleKeys ? single : undefined);
  return { id, icon, label, detail: '', keys: shown, question, run };
}
