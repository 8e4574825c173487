// How given and family name are written together, as the core does it (`clients/name.rs`): here for names that it has
// not seen yet.

/** Han, kana and Hangul names have the family first and no blank. */
export function joinsNames(text: string): boolean {
  return /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]+$/u.test(text);
}

export function fullName(given: string, family: string): string {
  if (joinsNames(given) && joinsNames(family)) return family + given;
  return [given, family].filter(Boolean).join(' ');
}
