// The visits that a line in the palette may mean. Each is said in full; choosing it opens the form, and nothing is booked
// before somebody has seen it there.
import CalendarPlus from '@lucide/svelte/icons/calendar-plus';
import { atNextFree, atSaid, type Beginning } from '../features/bookings/beginning';
import { looking } from '../features/bookings/looking.svelte';
import { mayBook } from '../features/bookings/may-book';
import { personOf, roomOf, serviceOf, shortDayAndTime } from '../features/bookings/said';
import { readLine, type VisitLine } from '../features/bookings/visit-line';
import { dayOf, daysLater } from '../features/bookings/wall';
import type { ClientRow } from '../ipc/bindings';
import { core } from '../ipc/call';
import { words } from '../messages';
import { locale } from '../messages/locale.svelte';
import { beginsWord } from '../shared/fold';
import { shown } from '../shared/secure-search.svelte';
import { send } from '../views/errand';
import type { AtHand, ReadDiary } from './diary-at-hand';
import type { Entry, Group } from './palette-search.svelte';
import { practice } from './practice.svelte';

/** So many people may be meant by a line; whose name is typed further are fewer. */
const MOST = 3;
/** Some who are found are not meant. */
const LOOKED_AT = 10;

export async function visits(text: string, readDiary: ReadDiary): Promise<Entry[]> {
  if (!mayBook(practice.me.role) || !/\S[\s,，、]+\S/u.test(text)) return [];
  const diary = await readDiary();
  if (!diary) return [];
  const { services } = diary.setup;
  const lines = readLine(text, { services, today: dayOf(diary.now), locale: locale.tag });
  const found = await Promise.all(lines.map(whoIsMeant));
  // Whoever is found by more of the line is meant by more of it.
  const meant = new Map<string, { row: ClientRow; line: VisitLine }>();
  for (const one of found.flat()) if (!meant.has(one.row.id)) meant.set(one.row.id, one);
  return Promise.all([...meant.values()].slice(0, MOST).map(({ row, line }) => visit(row, line, diary)));
}

/** The visits come first, unless something is called just what was typed: the client May Fri, or the action "Go to Today". */
export function inOrder(groups: Group[], text: string): Group[] {
  const ofVisits = groups.filter(({ id }) => id === 'visits');
  const others = groups.filter(({ id }) => id !== 'visits');
  const figures = /^[\d\s]+$/.test(text);
  const called = others.some(({ id, entries }) =>
    figures ? id === 'people' : entries.some(({ label }) => isCalled(label, text)),
  );
  return called ? [...others, ...ofVisits] : [...ofVisits, ...others];
}

function isCalled(label: string, text: string): boolean {
  return text
    .trim()
    .split(/\s+/)
    .every((word) => beginsWord(label, word));
}

async function whoIsMeant(line: VisitLine): Promise<{ row: ClientRow; line: VisitLine }[]> {
  const found = await core.clientsFind({ text: line.who, offset: 0, limit: LOOKED_AT });
  // Nobody is booked for somebody else by a slip.
  const sure = shown(found).slice(0, found.total - found.near);
  return sure.filter((row) => isMeant(row, line)).map((row) => ({ row, line }));
}

/**
 * The search finds letters anywhere, also within "Margot" what is meant as "go". Whoever is to be booked is called by the
 * beginning of a name or by three signs that are theirs; and a word like "fri" is theirs only if it stands in their name
 * or in their number.
 */
function isMeant({ name, preferred_name, phone }: ClientRow, { who, unsure }: VisitLine): boolean {
  const named = (word: string) => beginsWord(name, word) || beginsWord(preferred_name ?? '', word);
  const dialled = (word: string) => /^\d{3,}$/.test(word) && (phone ?? '').replace(/\D/g, '').includes(word);
  return who
    .split(' ')
    .every((word) => named(word) || (unsure.includes(word) ? dialled(word) : [...word].length >= 3));
}

async function visit(row: ClientRow, line: VisitLine, diary: AtHand): Promise<Entry> {
  const { setup } = diary;
  const said = await beginning(row.id, line, diary);
  const { practitioner, room, start } = said.begins;
  const several = setup.people.filter(({ here }) => here).length > 1;
  const known = [
    several ? personOf(setup, practitioner) : '',
    roomOf(setup, room),
    words.common.palette.number(row.number),
  ];
  return {
    id: `visit-${row.id}`,
    icon: CalendarPlus,
    label: words.oneLine.book(row.name, serviceOf(setup, said), shortDayAndTime(start)),
    detail: known.filter(Boolean).join(' · '),
    person: true,
    run: () => send({ screen: 'calendar' }, { book: { client: row.id, said } }),
  };
}

/** What was not said is as the form begins by itself: the next free time from there. */
function beginning(
  client: string,
  { service, day, time }: VisitLine,
  { setup, now }: AtHand,
): Promise<Beginning> {
  const today = dayOf(now);
  const search = { client, service, practitioner: looking.only || practice.me.id };
  if (time === null) {
    return atNextFree(setup, { ...search, from: (day ?? today) === today ? now : `${day}T00:00` });
  }
  // A time alone is the next one that is so late.
  const next = `${today}T${time}` > now ? today : daysLater(today, 1);
  return atSaid(setup, { ...search, from: `${day ?? next}T${time}` });
}
