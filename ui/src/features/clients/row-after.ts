/** The row that a key goes to from this one; `single`: J and K move too. It may be beyond the list. */
export function rowAfter(key: string, at: number, single: boolean): number | null {
  if (key === 'ArrowDown' || (single && key === 'J')) return at + 1;
  if (key === 'ArrowUp' || (single && key === 'K')) return at - 1;
  if (key === 'PageDown') return at + 10;
  return key === 'PageUp' ? at - 10 : null;
}
