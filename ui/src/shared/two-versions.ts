// Two versions of the same, field by field.

/** Whose value stands: one's own, the other's, or both where they fit together. */
export type Side = 'mine' | 'theirs' | 'both';

export type Difference = {
  field: string;
  label: string;
  mine: string;
  theirs: string;
  /** What both say together, where they fit. */
  both?: string;
  /** Only one of them says something. */
  alone?: boolean;
};

/** Whether each of the two says something. */
export type Says = readonly [mine: boolean, theirs: boolean];

/** What stands to begin with: both where they fit, else what is said at all, else what was saved last. */
export function begunWith({ both }: Difference, says: Says, newer: 'mine' | 'theirs'): Side {
  if (says[0] && says[1]) return both === undefined ? newer : 'both';
  return says[0] ? 'mine' : 'theirs';
}

/** The lines of one list and those of another that it does not have yet; of a line that both have, what they say together. */
export function united<T>(
  mine: readonly T[],
  theirs: readonly T[],
  key: (line: T) => string,
  asOne: (line: T, same: T) => T = (line) => line,
): T[] {
  const there = new Set(mine.map(key));
  const known = mine.map((line) => {
    const same = theirs.find((other) => key(other) === key(line));
    return same === undefined ? line : asOne(line, same);
  });
  return [...known, ...theirs.filter((line) => !there.has(key(line)))];
}

/** Two texts as one; what one of them says already is not said again. */
export function bothTexts(mine: string, theirs: string, between: string): string {
  if (mine.includes(theirs)) return mine;
  return theirs.includes(mine) ? theirs : mine + between + theirs;
}
