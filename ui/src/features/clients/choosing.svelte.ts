// Several clients chosen, to change the same of all of them. They stay chosen while one searches for more of them, or
// looks into a record and comes back.
import { SvelteSet } from 'svelte/reactivity';
import type { ClientRow } from '../../ipc/bindings';
import { core } from '../../ipc/call';
import { announce } from '../../shared/announce.svelte';
import { words } from '../../messages';
import type { Wanted } from './client-search.svelte';

class Choosing {
  /** Whether rows are ticked instead of opened. */
  on = $state(false);
  /** Who is chosen, by id. */
  readonly ids = new SvelteSet<string>();
  /** The row that was ticked last, and of which list: a range of the same list begins there. */
  #from: { list: string; index: number } | null = null;

  end(): void {
    this.on = false;
    this.none();
  }

  none(): void {
    this.#from = null;
    this.ids.clear();
  }

  /** Ticks a row of the list, or takes its tick away. */
  toggle({ id, name }: ClientRow, list: Wanted, index: number): void {
    this.on = true;
    this.#from = { list: JSON.stringify(list), index };
    const away = this.ids.delete(id);
    if (!away) this.ids.add(id);
    announce(words.choosing[away ? 'unticked' : 'ticked'](name, this.ids.size));
  }

  /** Ticks everybody in a list, but for those that are only similar to what is typed. */
  async all(list: Wanted): Promise<void> {
    await this.#tick(list, 0, Infinity);
  }

  /**
   * Ticks the rows from the one that was ticked last in this list to this one, also those that have never been in sight;
   * only this one where none was.
   */
  async range(list: Wanted, index: number): Promise<void> {
    const from = this.#from?.list === JSON.stringify(list) ? this.#from.index : index;
    this.#from = { list: JSON.stringify(list), index };
    await this.#tick(list, Math.min(from, index), Math.max(from, index) + 1);
  }

  /** Ticks the row that is left, and the one that is reached. */
  async from(list: Wanted, left: number, reached: number): Promise<void> {
    this.#from = { list: JSON.stringify(list), index: reached };
    await this.#tick(list, Math.min(left, reached), Math.max(left, reached) + 1);
  }

  async #tick(list: Wanted, first: number, end: number): Promise<void> {
    const ids = await core.clientsFindIds({ ...list, offset: 0, limit: 1 });
    for (const id of ids.slice(first, end)) this.ids.add(id);
    announce(words.choosing.count(this.ids.size));
  }
}

export const choosing = new Choosing();
