import { untrack } from 'svelte';

// What a screen reader hears without the focus moving. The shell draws the two regions once.

export const heard = $state({ polite: '', assertive: '' });

/** Says it once; the same words twice in a row are still said twice. */
export function announce(text: string, urgency: 'polite' | 'assertive' = 'polite'): void {
  // An effect that announces must not run again because of its own words.
  const before = untrack(() => heard[urgency]);
  heard[urgency] = before === text ? `${text}\u00a0` : text;
}
