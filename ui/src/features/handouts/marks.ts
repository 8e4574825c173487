// The few marks of Markdown, set around what is selected.

export type Wrapped = { text: string; from: number; to: number; start: number; end: number };

/**
 * Sets a mark such as "**" on both sides of the selection, or takes it away when it is there already.
 * `text` replaces what stands from `from` to `to`; `start` and `end` are the selection afterwards.
 */
export function wrap(value: string, start: number, end: number, mark: string): Wrapped {
  const size = mark.length;
  const [before, after] = [value.slice(start - size, start), value.slice(end, end + size)];
  const selected = value.slice(start, end);
  // "*" beside another "*" belongs to bold and stays.
  const single = size > 1 || (value[start - 2] !== '*' && value[end + 1] !== '*');
  if (start >= size && before === mark && after === mark && single) {
    return { text: selected, from: start - size, to: end + size, start: start - size, end: end - size };
  }
  return { text: `${mark}${selected}${mark}`, from: start, to: end, start: start + size, end: end + size };
}
