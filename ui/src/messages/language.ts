// What Intl knows about languages, in the shape the catalogues use it.

/** Forms of a message by number; `#` stands for the number itself. `other` is what every language has. */
export type Counted = { other: string } & Partial<Record<Intl.LDMLPluralRule, string>>;

export function counted(language: string): (count: number, forms: Counted) => string {
  const rules = new Intl.PluralRules(language);
  const figures = new Intl.NumberFormat(language);
  return (count, forms) => (forms[rules.select(count)] ?? forms.other).replaceAll('#', figures.format(count));
}

/** "a, b and c" */
export function named(language: string, things: string[]): string {
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(things);
}
