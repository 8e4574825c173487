/** A whole number as it was typed; 0 where it is none, which the core refuses where it matters. */
export function whole(text: string): number {
  const typed = text.trim();
  return /^\d{1,7}$/.test(typed) ? Number(typed) : 0;
}
