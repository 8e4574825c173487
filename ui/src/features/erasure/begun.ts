// What was begun about the records that are to be erased. Whoever leaves for the record or the settings comes back to it: it
// stays in memory while the practice is open, is never written down, and goes with the page when that is locked.
import type { ErasurePlan } from '../../ipc/bindings';
import { Erasing } from './erasing.svelte';

/** By client. */
const begun = new Map<string, Erasing>();

/** What is asked about this record, with what was typed there before. */
export function erasingOf(plan: ErasurePlan): Erasing {
  const { id } = plan.client;
  const erasing = begun.get(id) ?? new Erasing(id);
  begun.set(id, erasing);
  erasing.problems.clear();
  erasing.follow(plan);
  return erasing;
}

/** The record is erased: nothing more is asked about it. */
export function forgetErasing(client: string): void {
  begun.delete(client);
}
