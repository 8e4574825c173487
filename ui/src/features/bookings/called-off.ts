// How far the calls of a day are.
import type { CallToMake } from '../../ipc/bindings';

/** Whether they know: they were spoken to, a text was sent, or they have another time. */
export function knows({ contacts, instead }: CallToMake): boolean {
  return instead !== null || contacts.some(({ outcome }) => outcome === 'reached' || outcome === 'sent');
}

/** How many still do not. */
export function left(calls: readonly CallToMake[]): number {
  return calls.filter((call) => !knows(call)).length;
}
