// Which visits of a series something is done to.
import type { SeriesPart } from '../../ipc/bindings';
import { words } from '../../messages';
import type { Choice } from '../../shared/Choices.svelte';

export type WhichVisits = SeriesPart | 'one';

/** Each with the line that tells it from the others. */
export function whichVisits(): Choice<WhichVisits>[] {
  return (['one', 'following', 'all'] as const).map((id) => ({ id, ...words.bookings.repeat.parts[id] }));
}
