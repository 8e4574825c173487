// How the list of clients is looked at. It stays while the window is open, so that whoever comes back finds their list.
import type { ClientColumn, ClientFilter, ClientOrder } from '../../ipc/bindings';
import { byName, everybody } from './filter';

class Browsing {
  filter = $state.raw<ClientFilter>(everybody);
  order = $state.raw<ClientOrder>(byName);
  /** The saved list that was chosen last; empty for none. */
  list = $state('');

  /** Sorts by a column, and the other way round when it is asked for again. */
  sort(by: ClientColumn): void {
    this.order = { by, down: this.order.by === by && !this.order.down };
  }

  showEverybody(): void {
    this.filter = everybody;
    this.list = '';
  }
}

export const browsing = new Browsing();
