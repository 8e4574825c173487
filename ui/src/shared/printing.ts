import type { Printed } from '../ipc/bindings';
import { words } from '../messages';

/** What became of printing, in words; a dialog that was closed needs none. */
export function sayPrinted({ outcome }: Printed): string | null {
  return outcome === 'closed' ? null : words.parts.printing[outcome];
}
