// Reads a line such as "mei chen follow-up tomorrow 3pm": who comes, for what, on which day and at which time.
//
// It only reads. Whether anybody is called that is for the search to say, so every way to read the line is handed out:
// "may fri 3pm" may be May on Friday or May Fri today. What is not wholly understood is no visit.
import type { ServiceView } from '../../ipc/bindings';
import { words } from '../../messages';
import { fold } from '../../shared/fold';
import { readDay } from './read-day';
import { readClock } from './wall';

const say = words.oneLine.read;

export type VisitLine = {
  /** What is to be searched for. */
  who: string;
  /** Words of it that could belong to the visit as well: they are who was meant only if somebody is called that. */
  unsure: string[];
  /** The service; nothing where none was said. */
  service: string | null;
  /** The day, ISO. */
  day: string | null;
  /** The time of day: "15:00". */
  time: string | null;
};

export type Known = { services: readonly ServiceView[]; today: string; locale: string };

type Visit = Pick<VisitLine, 'service' | 'day' | 'time'>;
type Kind = keyof Visit | 'free';
type Read = Partial<Record<Kind, string>>;

/** Nobody types a longer line, and a text that was pasted by mistake is not puzzled over. */
const MOST = 16;
/** The name of a service may have so many words, a day four. */
const LONGEST = 6;
/** One letter of a service is the beginning of a name more often. */
const LEAST = 3;

/** How the line can be read, the longest name first; nothing where no visit is said. */
export function readLine(text: string, known: Known): VisitLine[] {
  const typed = text.split(/[\s,，、]+/u).filter(Boolean);
  if (typed.length > MOST) return [];
  const lines: VisitLine[] = [];
  let shortest = 0;
  for (let end = 1; end < typed.length; end++) {
    const who = typed.slice(0, end).join(' ');
    const said = typed.slice(end);
    const visit = names(who) && !isNumber(said) ? readVisit(said, known) : null;
    if (!visit) continue;
    shortest ||= end;
    const unsure = typed.slice(1, end).filter((word, at) => at + 1 >= shortest || readVisit([word], known));
    lines.unshift({ who, unsure, ...visit });
  }
  return lines;
}

/** Figures that stand alone behind a name are those of a telephone. Behind a day "1030" is a time. */
function isNumber([only = '', ...more]: readonly string[]): boolean {
  return more.length === 0 && /^\d{3,}$/.test(only);
}

/** Somebody is found by letters, or by as many figures as one is told on the telephone. */
function names(who: string): boolean {
  return /\p{L}/u.test(who) || /^\d{4,}$/.test(who.replaceAll(' ', ''));
}

/** All of these words, each read once; a day before a time, so that "3 june 9" is a day with its time. */
function readVisit(typed: readonly string[], known: Known, read: Read = {}): Visit | null {
  if (typed.length === 0) {
    // The next free time is whichever it is.
    if (read.free && read.time) return null;
    return { service: read.service ?? null, day: read.day ?? null, time: read.time ?? null };
  }
  for (const [kind, reads] of readers) {
    if (read[kind] !== undefined) continue;
    for (let length = Math.min(LONGEST, typed.length); length > 0; length--) {
      const value = reads(typed.slice(0, length), known);
      if (value === null) continue;
      const visit = readVisit(typed.slice(length), known, { ...read, [kind]: value });
      if (visit) return visit;
    }
  }
  return null;
}

const readers: [Kind, (typed: readonly string[], known: Known) => string | null][] = [
  ['day', (typed, { today, locale }) => readDay(without(say.on, typed), today, locale)],
  ['time', (typed) => readTime(without(say.at, typed))],
  ['service', readService],
  ['free', readFree],
];

/** The words behind the little one that may lead them in. */
function without(little: readonly string[], typed: readonly string[]): readonly string[] {
  return typed.length > 1 && little.includes(typed[0]?.toLowerCase() ?? '') ? typed.slice(1) : typed;
}

/** One word, or a number and its half of the day: "3 pm". What stands behind "3 june" as "2010" is a year. */
function readTime([first = '', half, ...more]: readonly string[]): string | null {
  if (/^(19|20)\d\d$/.test(first)) return null;
  if (more.length > 0 || (half !== undefined && !/^[ap]\.?m?\.?$/i.test(half))) return null;
  return readClock(first + (half ?? ''));
}

/** The service that is called so, or the only one whose name begins so. */
function readService(typed: readonly string[], { services }: Known): string | null {
  const wanted = bare(typed.join(''));
  if (wanted === '') return null;
  const booked = services.filter(({ retired }) => !retired);
  const same = booked.filter(({ name }) => bare(name) === wanted);
  const begun = [...wanted].length < LEAST ? [] : booked.filter(({ name }) => bare(name).startsWith(wanted));
  const [service, another] = same.length ? same : begun;
  return service && !another ? service.id : null;
}

/** "Follow-up" is typed with a hyphen, with a space and with neither. */
function bare(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]/gu, '');
}

function readFree([next = '', free = '', ...more]: readonly string[]): string | null {
  const said = say.next.includes(next.toLowerCase()) && say.free.includes(free.toLowerCase());
  return said && more.length === 0 ? 'free' : null;
}
