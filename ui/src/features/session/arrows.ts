/** The one above or below, for the arrow keys of a field beside a list; undefined for every other key. */
export function byArrow<T extends { id: string }>(
  event: KeyboardEvent,
  all: readonly T[],
  chosen: string,
): T | undefined {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0 || event.altKey || event.ctrlKey || event.metaKey || all.length < 2) return undefined;
  const at = all.findIndex(({ id }) => id === chosen);
  return all[(at + step + all.length) % all.length];
}
