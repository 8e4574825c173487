// Letters with accents, for names, on a keyboard that does not have them; the Compose key does not reach a webview on
// Linux.

/** By the letter one would type without the accent; the most frequent in names first. */
const variants: Record<string, string> = {
  a: 'áàâäãåāăąæ',
  c: 'çćč',
  d: 'ďđð',
  e: 'éèêëēėęě',
  g: 'ğģ',
  i: 'íìîïīįı',
  k: 'ķ',
  l: 'łļľ',
  n: 'ñńňņ',
  o: 'óòôöõøōőœ',
  r: 'řŕ',
  s: 'śšşșß',
  t: 'ťțþ',
  u: 'úùûüūůűų',
  y: 'ýÿ',
  z: 'žźż',
};

const base = new Map(
  Object.entries(variants).flatMap(([letter, all]) =>
    [letter, ...all].map((variant): [string, string] => [variant, letter]),
  ),
);

/** What is offered for the text before the caret. */
export type Offer = {
  /** The letters that take the place of the one before the caret; empty when it has none. */
  instead: string[];
  /** All the others, in the order of the alphabet. */
  others: string[];
};

export function accentsFor(before: string): Offer {
  const last = before.slice(-1);
  const letter = base.get(last.toLocaleLowerCase());
  // A name begins with a capital; otherwise the letters are as large as the last one.
  const capital = letter ? last !== last.toLocaleLowerCase() : !/[\p{L}\p{M}]/u.test(last);
  const shown = (letters: string) =>
    [...letters].map((one) => (capital && one !== 'ß' && one !== 'ı' ? one.toLocaleUpperCase() : one));
  return {
    instead: letter ? shown(variants[letter] ?? '').filter((one) => one !== last) : [],
    others: Object.entries(variants).flatMap(([base, all]) => (base === letter ? [] : shown(all))),
  };
}
