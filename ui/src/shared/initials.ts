/** First letters of the first and the last word; for a name without spaces its first sign. */
export function initials(name: string): string {
  const parts = name.trim().split(/\s+/).filter(Boolean);
  const first = firstSign(parts[0]);
  const last = parts.length > 1 ? firstSign(parts.at(-1)) : '';
  return (first + last).toLocaleUpperCase();
}

/** The first sign a reader sees, with its accents, also when it takes several code points. */
function firstSign(word = ''): string {
  const [first] = new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(word);
  return first?.segment ?? '';
}
