// What one screen asks the next to begin with. It is taken once, on arrival, and does not belong into the address:
// going back must not repeat it.
import type { Beginning } from '../features/bookings/beginning';
import type { BookingView, WaitView } from '../ipc/bindings';
import { go, href, type Route } from '../main/router.svelte';

export type Errand = {
  /** Typed into the search before it turned out that the person is new. */
  typed?: string;
  /** The draft to continue. */
  draft?: string;
  /** Begin with the details of the record. */
  details?: true;
  /** Begin with the rules of how long records are kept. */
  rules?: true;
  /** Begin with the health history of the record; to write it, or to read it. */
  health?: 'write' | 'read';
  /** The client to whom a sheet is to be given. */
  giveTo?: string;
  /** Begin with writing a call or message down. */
  call?: true;
  /** Begin with an addendum to the note. */
  addendum?: true;
  /** Begin with booking, for this client or for whoever is chosen then; as it was said before, or at the next free time. */
  book?: { client?: string; walkIn?: true; said?: Beginning; like?: BookingView; wait?: WaitView };
  /** The booking to begin with. */
  booking?: string;
  /** The day it is on, ISO, where the calendar stands elsewhere. */
  day?: string;
  /** The note was signed a moment ago. */
  justSigned?: true;
};

let waiting: Errand = {};
/** The screen that is here, where it takes errands also while it stands. */
let standing: ((errand: Errand) => void) | null = null;

export function send(route: Route, errand: Errand): void {
  // A screen that is here already does not begin again, and the next one must not get its errand.
  if (location.hash === href(route)) return standing?.(errand);
  waiting = errand;
  go(route);
}

export function takeErrand(): Errand {
  const taken = waiting;
  waiting = {};
  return taken;
}

/** For a screen that others send to while it is here already, until the returned function is called. */
export function takeErrands(take: (errand: Errand) => void): () => void {
  standing = take;
  return () => {
    if (standing === take) standing = null;
  };
}
