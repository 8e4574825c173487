// Tells the shell that somebody is here: it measures idleness, and asks the page to rest by the same action as the menu.
import { core } from '../ipc/call';

/** Milliseconds between two words to the shell, however much is typed. */
const EVERY = 20_000;
const signs = ['keydown', 'pointerdown', 'wheel'] as const;

/** Until the returned function is called. */
export function keepWatch(): () => void {
  let said = -EVERY;

  function here(event: Event) {
    // A page cannot make up somebody's keys.
    if (!event.isTrusted || event.timeStamp - said < EVERY) return;
    said = event.timeStamp;
    // What was not heard is said again with the next key.
    core.sessionTouch().catch(() => (said = -EVERY));
  }

  const options = { capture: true, passive: true };
  signs.forEach((sign) => addEventListener(sign, here, options));
  return () => signs.forEach((sign) => removeEventListener(sign, here, options));
}
