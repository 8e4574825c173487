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

/** A picture on lines of its own, to be written into a text at this place. */
export function pictureMark(text: string, start: number, end: number, name: string, shows: string): string {
  const words = shows
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/[\\[\]*_`<&]/g, '\\$&');
  const before = breaks(/(\n*)$/.exec(text.slice(0, start))?.[1] ?? '', start === 0);
  const rest = text.slice(end);
  const after = breaks(/^(\n*)/.exec(rest)?.[1] ?? '', false);
  return `${before}![${words}](${name})${after}`;
}

/** The line breaks that are still missing to make an empty line. */
function breaks(there: string, none: boolean): string {
  return none ? '' : '\n'.repeat(Math.max(0, 2 - there.length));
}
