// What of a text can be pinned: all of it, and each line that says something.

/** Characters of what is pinned; the core refuses more. */
export const LONGEST_PIN = 600;

export function isPinnable(text: string): boolean {
  return linesOf(text).length > 0;
}

export function linesOf(text: string): string[] {
  const lines = text.split('\n').map((line) => line.trim());
  return [...new Set(lines)].filter((line) => line !== '' && [...line].length <= LONGEST_PIN);
}
