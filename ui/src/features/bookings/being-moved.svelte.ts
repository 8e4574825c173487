// A visit while it is being moved. It outlives its form, which goes while nobody is to be named and comes back.
import type { BookingView } from '../../ipc/bindings';
import { Placing } from './placing.svelte';
import type { WhichVisits } from './which-visits';

export class BeingMoved {
  readonly placing: Placing;
  /** Which visits of a series. */
  part = $state<WhichVisits>('one');

  constructor(booking: BookingView) {
    this.placing = new Placing(booking);
  }
}
