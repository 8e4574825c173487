// The parts of a health history as lines of text.
import type { HealthFlag, HealthHistory, HealthLine, HealthSection } from '../../ipc/bindings';
import { words } from '../../messages';
import { longDate, shortDate, when } from '../../messages/formats';
import { sayPregnant } from '../../messages/raised';
import { cycleDay } from '../../messages/weeks';
import { isDay } from '../../shared/typed-date';
import { isSection, type Part } from './history';

const say = words.health;

/** Strong, then beside it, then muted: a line as it is read. */
type Said = { what: string; detail: string; aside: string; note: string; over: boolean };

/** Whether what lasted until a year, month or day is over on a day (ISO). */
export function isOver(until: string, day: string): boolean {
  return until !== '' && until < day.slice(0, until.length);
}

function span(since: string, until: string): string {
  if (since && until) return say.fromTo(when(since), when(until));
  if (since) return say.since(when(since));
  return until && say.until(when(until));
}

function sayLine(section: HealthSection, line: HealthLine, day: string): Said {
  const { what, detail, since, until, note } = line;
  const aside = section === 'surgeries' ? when(since) : span(since, until);
  return { what, detail, aside, note, over: section !== 'surgeries' && isOver(until, day) };
}

function sayFlag({ kind, since, until, note }: HealthFlag, day: string): Said {
  return {
    what: say.flags[kind],
    detail: note,
    aside: span(since, until),
    note: '',
    over: isOver(until, day),
  };
}

/** The lines of a part on a day (ISO). */
export function sayPart(history: HealthHistory, part: Part, day: string): Said[] {
  const line = (what: string, aside = '', note = ''): Said => ({
    what,
    detail: '',
    aside,
    note,
    over: false,
  });
  if (isSection(part)) return history[part].map((of) => sayLine(part, of, day));
  switch (part) {
    case 'flags':
      return history.flags.map((flag) => sayFlag(flag, day));
    case 'pregnancy': {
      if (!history.pregnancy) return [];
      const { state, since, due, note } = history.pregnancy;
      const began = since && (state === 'ended' ? when(since) : say.since(when(since)));
      return [line(sayPregnant(state, due, day), began, note)];
    }
    case 'fertility': {
      if (!history.fertility) return [];
      const { cycle_began, transfer, medicines } = history.fertility;
      return [
        ...(isDay(cycle_began)
          ? [line(say.cycle(shortDate(cycle_began)), say.cycleDay(cycleDay(cycle_began, day)))]
          : []),
        ...(transfer ? [line(say.transferOn(longDate(transfer)))] : []),
        ...(medicines ? [line(say.fertilityMedicines, '', medicines)] : []),
      ];
    }
    case 'sport': {
      if (!history.sport) return [];
      const { event, event_day, anti_doping, note } = history.sport;
      const coming = [event, event_day && longDate(event_day)].filter(Boolean).join(', ');
      return [
        ...(coming ? [line(coming)] : []),
        ...(anti_doping ? [line(say.antiDoping)] : []),
        ...(note ? [line(say.sportNote, '', note)] : []),
      ];
    }
    case 'other':
      return history.other ? [line('', '', history.other)] : [];
  }
}

/** A part as plain text, one line for each. */
export function partAsText(history: HealthHistory, part: Part, day: string): string {
  const lines = sayPart(history, part, day).map(({ what, detail, aside, note }) =>
    [[what, detail].filter(Boolean).join(' '), aside, note].filter(Boolean).join(', '),
  );
  if (lines.length) return lines.join('\n');
  return isSection(part) && history.none.includes(part) ? say.none : '';
}
