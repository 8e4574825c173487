// The few marks of Markdown, set around what is selected.

export type Wrapped = { text: string; from: number; to: number; start: number; end: number };

/**
 * Sets a mark such as "**" on both sides of the selection, or takes it away when it is there already.
 * `text` replaces what stands from `from` to `to`; `start` and `end` are the selection afterwards.
 */
export function wrap(value: string, start: number, end: number, mark: string): Wrapped {
  const size = mark.length;
  const selected = value.slice(start, end);
  // Stars on both sides: one is italic, two are bold, three are both.
  const stars = Math.min(
    (/\**$/.exec(value.slice(0, start)) ?? [''])[0].length,
    (/^\**/.exec(value.slice(end)) ?? [''])[0].length,
  );
  if (size === 1 ? stars % 2 === 1 : stars >= size) {
    return { text: selected, from: start - size, to: end + size, start: start - size, end: end - size };
  }
  return { text: `${mark}${selected}${mark}`, from: start, to: end, start: start + size, end: end + size };
}
