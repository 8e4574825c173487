// A health history before the core has seen it, and its parts in the order of the form.
import type { HealthHistory, HealthLine, HealthSection, HealthView } from '../../ipc/bindings';
import { words } from '../../messages';

export type Part = keyof typeof words.health.parts;

export const parts = Object.keys(words.health.parts) as Part[];
export const sections = ['allergies', 'medicines', 'conditions', 'surgeries'] as const satisfies Part[] &
  HealthSection[];

export function emptyHistory(): HealthHistory {
  return {
    conditions: [],
    surgeries: [],
    medicines: [],
    allergies: [],
    none: [],
    flags: [],
    pregnancy: null,
    fertility: null,
    sport: null,
    other: '',
  };
}

export function emptyLine(): HealthLine {
  return { what: '', detail: '', since: '', until: '', note: '' };
}

export function isSection(part: Part): part is HealthSection {
  return (sections as readonly string[]).includes(part);
}

export function isBlank(line: HealthLine): boolean {
  return Object.values(line).every((text) => text.trim() === '');
}

/** What a part says, to compare: lines that were opened and left empty say nothing. */
function said(history: HealthHistory, part: Part): string {
  if (part === 'fertility' || part === 'sport') {
    const opened = Object.values(history[part] ?? {}).some((value) => value !== '' && value !== false);
    return opened ? JSON.stringify(history[part]) : 'null';
  }
  if (!isSection(part)) return JSON.stringify(history[part]);
  const lines = history[part].filter((line) => !isBlank(line));
  return JSON.stringify([lines, lines.length === 0 && history.none.includes(part)]);
}

/** The parts in which two histories differ, in the order of the form. */
export function differing(a: HealthHistory, b: HealthHistory): Part[] {
  return parts.filter((part) => said(a, part) !== said(b, part));
}

/** A history with one part as another says it. */
export function withPart(history: HealthHistory, part: Part, from: HealthHistory): HealthHistory {
  const changed = { ...history, [part]: from[part] };
  if (!isSection(part)) return changed;
  const others = history.none.filter((none) => none !== part);
  return { ...changed, none: from.none.includes(part) ? [...others, part] : others };
}

/** Whether the day a child is due has passed, and nobody has said yet how it stands. */
export function isOverdue({ pregnancy }: HealthHistory, day: string): boolean {
  return pregnancy?.state === 'pregnant' && pregnancy.due !== '' && pregnancy.due < day;
}

/** Whether nothing was ever taken down, or that was undone. */
export function isUntold({ history, reviewed }: HealthView): boolean {
  return reviewed === null && differing(history, emptyHistory()).length === 0;
}
