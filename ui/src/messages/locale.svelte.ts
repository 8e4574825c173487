// The person's locale decides how dates, times and numbers look. Words are another matter: one catalogue, English.

/** What the computer is set to, or English when that cannot be told. */
export function systemLocale(): string {
  for (const tag of navigator.languages ?? [navigator.language]) {
    const known = canonical(tag);
    if (known) return known;
  }
  return 'en';
}

function canonical(tag: string): string | null {
  try {
    const [known] = Intl.DateTimeFormat.supportedLocalesOf(tag);
    return known ?? null;
  } catch {
    // Not a language tag at all: LANG=C arrives here.
    return null;
  }
}

class Locale {
  #chosen = $state('');
  /** A tag that Intl accepts. */
  readonly tag = $derived((this.#chosen && canonical(this.#chosen)) || systemLocale());

  /** '' follows the system. */
  choose(tag: string): void {
    this.#chosen = tag;
  }
}

export const locale = new Locale();
