// A value of the core on the screen: loaded, kept while it reloads, reloaded when the core says it changed.
import { asksNothingNew, CommandFailure } from './call';
import { onChanged, type Slice } from './events';

export class Live<T> {
  /** The last answer; stays while the next one is under way. Undefined until the first. */
  value = $state.raw<T>();
  /** Why the last load failed; null as soon as one succeeds. */
  failure = $state.raw<CommandFailure | Error | null>(null);
  loading = $state(false);

  #load: () => Promise<T>;
  #turn = 0;
  #again = false;

  constructor(load: () => Promise<T>) {
    this.#load = load;
  }

  /** Asks at once; an older answer that arrives later is dropped. */
  async fetch(): Promise<void> {
    const turn = ++this.#turn;
    this.#again = false;
    this.loading = true;
    try {
      const value = await this.#load();
      if (turn !== this.#turn) return;
      this.value = value;
      this.failure = null;
    } catch (thrown) {
      if (turn !== this.#turn) return;
      this.failure = thrown instanceof Error ? thrown : new Error(String(thrown));
    } finally {
      if (turn === this.#turn) {
        this.loading = false;
        if (this.#again && !asksNothingNew()) void this.fetch();
      }
    }
  }

  /** Something changed in the core: ask again, but never more than one question behind the running one. */
  refresh(): void {
    if (this.loading) this.#again = true;
    else void this.fetch();
  }

  /** Shows a value before the core has confirmed it; the next reload has the last word. */
  show(value: T): void {
    this.value = value;
  }

  /** Drops whatever is still under way. */
  stop(): void {
    this.#turn += 1;
    this.#again = false;
    this.loading = false;
  }
}

/**
 * Call while a component is being set up. `load` runs again whenever reactive state it reads before its first
 * `await` changes, and after every committed change to one of `slices`.
 */
export function live<T>(load: () => Promise<T>, slices: readonly Slice[]): Live<T> {
  const state = new Live(load);
  $effect(() => {
    void state.fetch();
    return () => state.stop();
  });
  $effect(() => onChanged(slices, () => state.refresh()));
  return state;
}
