// Finding clients: only the pages in sight are asked for, so five thousand feel like fifty.
import type { ClientFilter, ClientOrder, ClientRow } from '../../ipc/bindings';
import { core } from '../../ipc/call';
import { secureSearch } from '../../shared/secure-search.svelte';

export const PAGE = 60;

/** What the list is asked for. */
export type Wanted = { text: string; filter: ClientFilter; order: ClientOrder };

export class ClientSearch {
  /** How many fit the last answer; null before the first. */
  total = $state.raw<number | null>(null);
  /** How many of them, the last, fit but for a slip. */
  near = $state.raw(0);
  /** What `total` and the rows answer; null before the first answer. */
  answered = $state.raw<Wanted | null>(null);
  failure = $state.raw<unknown>(null);

  /** By page number; pages nobody has looked at are missing. */
  #pages = $state.raw<readonly (ClientRow[] | undefined)[]>([]);
  #asked: boolean[] = [];
  #sight: [number, number] = [0, 0];
  #turn = 0;

  /** The row at this place of the whole list, when it is here already. */
  at(index: number): ClientRow | undefined {
    return this.#pages[Math.floor(index / PAGE)]?.[index % PAGE];
  }

  /** Asks for these; the old rows stay until the answer is here, and late answers are dropped. */
  async ask(wanted: Wanted): Promise<void> {
    const turn = ++this.#turn;
    try {
      const found = await core.clientsFind({ ...wanted, offset: 0, limit: PAGE });
      if (turn !== this.#turn) return;
      this.#asked = [true];
      this.#pages = [found.rows];
      this.total = found.total;
      this.near = found.near;
      this.answered = wanted;
      this.failure = null;
      this.show(...this.#sight);
    } catch (thrown) {
      if (turn === this.#turn) this.failure = thrown;
    }
  }

  /** Rows from `first` to `last` came into sight. */
  show(first: number, last: number): void {
    this.#sight = [first, last];
    if (this.total === null || secureSearch.on) return;
    const end = Math.min(last, this.total - 1);
    for (let page = Math.floor(first / PAGE); page <= Math.floor(end / PAGE); page++) {
      if (!this.#asked[page]) void this.#fetch(page);
    }
  }

  async #fetch(page: number): Promise<void> {
    const turn = this.#turn;
    const wanted = this.answered;
    if (!wanted) return;
    this.#asked[page] = true;
    try {
      const found = await core.clientsFind({ ...wanted, offset: page * PAGE, limit: PAGE });
      if (turn !== this.#turn) return;
      this.#pages = withAt(this.#pages, page, found.rows);
      this.total = found.total;
      this.near = found.near;
    } catch (thrown) {
      if (turn !== this.#turn) return;
      this.#asked[page] = false;
      this.failure = thrown;
    }
  }
}

function withAt<T>(list: readonly (T | undefined)[], index: number, value: T): (T | undefined)[] {
  const copy = [...list];
  copy[index] = value;
  return copy;
}
