// Before time off or hours are kept: how many booked visits would stand where nobody comes.
import type { AboutToKeep } from '../../ipc/bindings';
import { core } from '../../ipc/call';
import { live, type Live } from '../../ipc/live.svelte';

/** Made while a dialog is being set up; asks again whenever what is typed changes. */
export class WouldStrand {
  #asked: Live<number>;

  constructor(wanted: () => AboutToKeep) {
    this.#asked = live(() => core.waitingWouldStrand(wanted()), ['bookings']);
  }

  /** How many; none while what is typed cannot be read. */
  get count(): number {
    return this.#asked.failure ? 0 : (this.#asked.value ?? 0);
  }

  /** Asks once more, for what is typed now. */
  async settle(): Promise<void> {
    await this.#asked.fetch();
  }
}
