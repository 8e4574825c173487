// How much belongs to a record, in words.
import type { AttachedCounts } from '../../ipc/bindings';
import { words } from '../../messages';

const kinds = ['notes', 'bookings', 'sheets', 'correspondence', 'files', 'alerts'] as const;

export function belongings(attached: AttachedCounts): string[] {
  return kinds.flatMap((kind) => {
    const count = attached[kind];
    return count ? [words.merging.attached[kind](count)] : [];
  });
}
