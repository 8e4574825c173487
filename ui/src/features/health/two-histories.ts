// What two health histories of one person say, part by part, and what they say together.
import type { HealthFlag, HealthHistory, HealthLine, HealthView, PregnancyState } from '../../ipc/bindings';
import { words } from '../../messages';
import { fold } from '../../shared/fold';
import {
  begunWith,
  bothTexts,
  united,
  type Difference,
  type Says,
  type Side,
} from '../../shared/two-versions';
import { differing, emptyHistory, isSection, withPart, type Part } from './history';
import { partAsText } from './say';

const empty = emptyHistory();
/** Of these there is only one at a time. */
const single: readonly Part[] = ['pregnancy', 'fertility', 'sport'];

/** How much it matters to whoever treats: of two that were said on one day the graver is taken. */
const gravest: readonly PregnancyState[] = [
  'pregnant',
  'could_be',
  'breastfeeding',
  'postpartum',
  'trying',
  'ended',
];

/** The parts in which two histories differ, with what stands to begin with: whatever makes a treatment unsafe stays. */
export function healthDifferences(
  [one, other]: readonly [HealthView, HealthView],
  today: string,
): { lines: Difference[]; begun: Record<string, Side> } {
  const begun: Record<string, Side> = {};
  const newer = newerOf(one, other);
  const [mine, theirs] = [one.history, other.history];
  const lines = differing(mine, theirs).map((part): Difference => {
    const says: Says = [speaks(mine, part), speaks(theirs, part)];
    const alone = !(says[0] && says[1]);
    const line = {
      field: part,
      label: words.health.parts[part],
      mine: partAsText(mine, part, today),
      theirs: partAsText(theirs, part, today),
      alone,
      ...(single.includes(part) || alone ? {} : { both: partAsText(both(mine, theirs, part), part, today) }),
    };
    begun[part] = begunWith(line, says, newer ?? graver(mine, theirs));
    return line;
  });
  return { lines, begun };
}

/** Which of two was saved last, as far as the days tell. */
function newerOf(one: HealthView, other: HealthView): 'mine' | 'theirs' | null {
  const [mine, theirs] = [one.saved?.day ?? '', other.saved?.day ?? ''];
  if (mine === theirs) return null;
  return mine > theirs ? 'mine' : 'theirs';
}

function graver(one: HealthHistory, other: HealthHistory): 'mine' | 'theirs' {
  const grave = ({ pregnancy }: HealthHistory) => (pregnancy ? gravest.indexOf(pregnancy.state) : Infinity);
  return grave(other) < grave(one) ? 'theirs' : 'mine';
}

/** The history of the one record, as it was chosen. */
export function chosenHistory(
  one: HealthHistory,
  other: HealthHistory,
  choices: Record<string, Side>,
): HealthHistory {
  let history = one;
  for (const [part, side] of Object.entries(choices) as [Part, Side][]) {
    if (side === 'theirs') history = withPart(history, part, other);
    if (side === 'both') history = withPart(history, part, both(one, other, part));
  }
  return history;
}

/** That there is none was asked and answered, too. */
function speaks(history: HealthHistory, part: Part): boolean {
  if (isSection(part)) return history[part].length > 0 || history.none.includes(part);
  return JSON.stringify(history[part]) !== JSON.stringify(empty[part]);
}

function both(one: HealthHistory, other: HealthHistory, part: Part): HealthHistory {
  if (isSection(part)) {
    const key = (line: HealthLine) => fold(JSON.stringify(line));
    // Where one says that there is none and the other says what, there is some.
    const none = one.none.filter((said) => said !== part);
    return { ...one, [part]: united(one[part], other[part], key), none };
  }
  if (part === 'flags') return { ...one, flags: unitedFlags(one.flags, other.flags) };
  return part === 'other' ? { ...one, other: bothTexts(one.other, other.other, '\n\n') } : one;
}

/** Each kind once: since the earlier day, over only where both say so, with what either says of it. */
function unitedFlags(one: HealthFlag[], other: HealthFlag[]): HealthFlag[] {
  return united(
    one,
    other,
    ({ kind }) => kind,
    (flag, same) => {
      const [since = ''] = [flag.since, same.since].filter(Boolean).sort();
      const until = flag.until && same.until ? [flag.until, same.until].sort()[1] : '';
      const notes = united([flag.note], [same.note], fold).filter(Boolean);
      return { ...flag, since, until: until ?? '', note: notes.join('; ') };
    },
  );
}
