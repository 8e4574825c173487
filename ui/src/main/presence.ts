// Tells the shell that somebody is here: it measures idleness, and asks the page to rest by the same action as the menu.
import { core, refusedWith } from '../ipc/call';
import { pages } from '../shared/pages';

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
    core.sessionTouch().catch((thrown: unknown) => {
      // The records were closed while this page still stands.
      if (refusedWith(thrown, 'locked')) return pages.closed();
      // Otherwise the next key says it again.
      said = -EVERY;
      return undefined;
    });
  }

  const options = { capture: true, passive: true };
  signs.forEach((sign) => addEventListener(sign, here, options));
  return () => {
    signs.forEach((sign) => removeEventListener(sign, here, options));
  };
}
