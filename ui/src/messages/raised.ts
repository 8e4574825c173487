// What has to be known about somebody, in words: as a person wrote it, or as their health history raised it.
import type { AlertView, Allergy, Raised } from '../ipc/bindings';
import { words } from '.';
import { longDate, when } from './formats';
import { weeksOn } from './weeks';

/** What it says on a day (ISO); null where the words are not for whoever looks. */
export function sayAlert({ text, raised }: Pick<AlertView, 'text' | 'raised'>, day: string): string | null {
  return raised ? sayRaised(raised, day) : text;
}

function sayRaised(raised: Raised, day: string): string {
  const say = words.health;
  switch (raised.kind) {
    case 'flag': {
      const named = [say.flags[raised.flag], raised.note].filter(Boolean).join(': ');
      return raised.since ? `${named}, ${say.since(when(raised.since))}` : named;
    }
    case 'pregnancy':
      return sayPregnant(raised.state, raised.due, day);
    case 'allergies':
      return say.allergies(shortened(raised.allergies));
  }
}

/** How a pregnancy stands on a day (ISO), with its weeks while they count. */
export function sayPregnant(
  state: Extract<Raised, { kind: 'pregnancy' }>['state'],
  due: string,
  day: string,
): string {
  const say = words.health;
  if (state !== 'pregnant' || due === '') return say.states[state];
  if (due < day) return `${say.states.pregnant}, ${say.wasDue(longDate(due))}`;
  const { weeks, days } = weeksOn(day, due);
  return `${say.pregnantFor(say.weeks(weeks, days))}, ${say.dueOn(longDate(due))}`;
}

/** How many allergies are read at a glance. */
const AT_A_GLANCE = 3;

function shortened(allergies: readonly Allergy[]): string[] {
  const say = words.health;
  const named = allergies.map(({ to, reaction }) => (reaction ? say.reaction(to, reaction) : to));
  const left = named.length - AT_A_GLANCE;
  return left <= 1 ? named : [...named.slice(0, AT_A_GLANCE), say.more(left)];
}
