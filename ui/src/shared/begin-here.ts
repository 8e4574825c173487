// Where the keyboard starts on a new screen: in the place marked by `beginHere`, or else at the heading
// `[data-arrive]`. The shell calls `arrive` when the screen changes; a place that is drawn later, because its
// record had to be loaded, takes over as long as nobody has gone on by themselves.

const PLACE = '[data-begin]';
const HEADING = '[data-arrive]';

/** Attach to a field, or to a form whose first field it is. */
export function beginHere(element: HTMLElement): () => void {
  element.dataset.begin = '';
  const focused = document.activeElement;
  if (focused === null || focused === document.body || focused.matches(HEADING)) start(element);
  return () => delete element.dataset.begin;
}

/** Puts the focus where this screen begins. */
export function arrive(screen: HTMLElement | undefined): void {
  const place = screen?.querySelector<HTMLElement>(PLACE);
  if (place) start(place);
  else screen?.querySelector<HTMLElement>(HEADING)?.focus({ preventScroll: true });
}

function start(place: HTMLElement): void {
  const field = place.matches('input, textarea') ? place : place.querySelector('input');
  field?.focus();
}
