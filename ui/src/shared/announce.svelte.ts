// What a screen reader hears without the focus moving. The shell draws the two regions once.

export const heard = $state({ polite: '', assertive: '' });

/** Says it once; the same words twice in a row are still said twice. */
export function announce(text: string, urgency: 'polite' | 'assertive' = 'polite'): void {
  heard[urgency] = heard[urgency] === text ? `${text}\u00a0` : text;
}
