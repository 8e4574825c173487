// What of a text can be pinned: each line that says something, and all of it where that is not too long.

/** Characters of several lines that are pinned together; the core refuses more. */
const LONGEST_PIN = 600;

/** Whether its lines can be pinned together. */
export function isShort(text: string): boolean {
  return [...text].length <= LONGEST_PIN;
}

export function isPinnable(text: string): boolean {
  return linesOf(text).length > 0;
}

export function linesOf(text: string): string[] {
  const lines = text.split('\n').map((line) => line.trim());
  return [...new Set(lines)].filter((line) => line !== '');
}

/** Enough of it to know it by. */
export function cutTo(most: number, text: string): string {
  const letters = [...text];
  return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : text;
}
