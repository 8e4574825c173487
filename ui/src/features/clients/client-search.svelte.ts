// Finding clients: only the pages in sight are asked for, so five thousand feel like fifty.
import type { ClientRow } from '../../ipc/bindings';
import { core } from '../../ipc/call';

export const PAGE = 60;

export class ClientSearch {
  text = $state.raw('');
  /** How many fit the text of the last answer; null before the first. */
  total = $state.raw<number | null>(null);
  /** The text that `total` and the rows answer. */
  answered = $state.raw('');
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

  /** Asks for this text; the old rows stay until the answer is here, and late answers are dropped. */
  async ask(text: string): Promise<void> {
    this.text = text;
    const turn = ++this.#turn;
    try {
      const found = await core.clientsFind({ text, offset: 0, limit: PAGE });
      if (turn !== this.#turn) return;
      this.#asked = [true];
      this.#pages = [found.rows];
      this.total = found.total;
      this.answered = text;
      this.failure = null;
      this.show(...this.#sight);
    } catch (thrown) {
      if (turn === this.#turn) this.failure = thrown;
    }
  }

  /** Rows from `first` to `last` came into sight. */
  show(first: number, last: number): void {
    this.#sight = [first, last];
    if (this.total === null) return;
    const end = Math.min(last, this.total - 1);
    for (let page = Math.floor(first / PAGE); page <= Math.floor(end / PAGE); page++) {
      if (!this.#asked[page]) void this.#fetch(page);
    }
  }

  async #fetch(page: number): Promise<void> {
    const turn = this.#turn;
    this.#asked[page] = true;
    try {
      const found = await core.clientsFind({ text: this.answered, offset: page * PAGE, limit: PAGE });
      if (turn !== this.#turn) return;
      this.#pages = withAt(this.#pages, page, found.rows);
      this.total = found.total;
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
