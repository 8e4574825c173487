// A form that saves itself: after a pause in typing, at once on a choice, never twice at a time. A field that is
// refused holds up no other.
import { refusedWith } from '../ipc/call';
import { Problems } from '../messages/problems.svelte';
import { failed } from './toasts.svelte';
import { unsaved } from './unsaved';

const PAUSE = 800;

export class Autosave<T extends object> {
  /** What the fields are bound to. */
  value: T;
  readonly problems = new Problems();
  /** When the last save was done; null before the first, and while something is not saved. */
  savedAt = $state<number | null>(null);
  /** Someone else saved first: nothing is overwritten until the person decides. */
  stale = $state(false);

  /** What the core holds, as far as it is known here. */
  #kept: T;
  #write: (value: T) => Promise<T>;
  #pause: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | null = null;
  #dirty = false;
  #saved: () => void = () => undefined;

  constructor(value: T, write: (value: T) => Promise<T>) {
    this.value = $state({ ...value });
    this.#kept = value;
    this.#write = write;
  }

  /** Something was typed: its problem is gone, and it is saved after a pause. */
  typed(path: string): void {
    this.problems.clear(path);
    this.#dirty = true;
    this.#saved = unsaved(this.#keep);
    this.savedAt = null;
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => void this.save(), PAUSE);
  }

  /** Something was chosen: saved now. */
  chosen(path: string): void {
    this.typed(path);
    void this.save();
  }

  /** Saves what is not saved yet; also called when a field is left. */
  async save(): Promise<void> {
    clearTimeout(this.#pause);
    // Without a save under way this one must start now: what comes next may be the lock.
    if (this.#running) await this.#running;
    if (!this.#dirty || this.stale) return;
    this.#dirty = false;
    this.#running = this.#send({ ...this.value });
    await this.#running;
  }

  readonly #keep = () => this.save();

  async #send(sent: T): Promise<void> {
    try {
      await this.#keepWhatFits(sent);
    } catch (thrown) {
      this.#dirty = true;
      if (refusedWith(thrown, 'stale')) this.stale = true;
      else failed(thrown);
    } finally {
      this.#running = null;
    }
  }

  async #keepWhatFits(sent: T): Promise<void> {
    try {
      this.#adopt(sent, await this.#write(sent));
    } catch (thrown) {
      if (!this.problems.take(thrown)) throw thrown;
      this.#dirty = true;
      return this.#keepTheRest(sent);
    }
    this.problems.clear();
    this.savedAt = Date.now();
    if (!this.#dirty) this.#saved();
  }

  /** The fields with a problem go as they were before, so that the others are saved; what was typed stays in all. */
  async #keepTheRest(sent: T): Promise<void> {
    const rest = { ...sent };
    for (const key of this.#refused(sent)) rest[key] = this.#kept[key];
    if (same(rest, sent) || same(rest, this.#kept)) return;
    try {
      this.#adopt(rest, await this.#write(rest));
    } catch (thrown) {
      // The problems that are shown already come first.
      if (!refusedWith(thrown, 'invalid')) throw thrown;
    }
  }

  /** Of "person.access_until" the part that is a field here. */
  #refused(sent: T): (keyof T)[] {
    const parts = this.problems.paths.flatMap((path) => path.split('.'));
    return (Object.keys(sent) as (keyof T & string)[]).filter((key) => parts.includes(key));
  }

  /** The core may have tidied what was sent; what was typed since then stays. */
  #adopt(sent: T, kept: T): void {
    this.#kept = kept;
    for (const key of Object.keys(kept) as (keyof T)[]) {
      if (this.value[key] === sent[key]) this.value[key] = kept[key];
    }
  }

  /** Takes newer values from the core, unless something here is not saved yet. */
  refresh(newer: T): void {
    if (this.#dirty || this.#running) return;
    this.#kept = newer;
    Object.assign(this.value, newer);
  }

  /** After a conflict: the stored values win. */
  takeTheirs(newer: T): void {
    this.#dirty = false;
    this.#saved();
    this.stale = false;
    this.problems.clear();
    this.#kept = newer;
    Object.assign(this.value, newer);
  }
}

function same<T extends object>(one: T, other: T): boolean {
  return (Object.keys(one) as (keyof T)[]).every((key) => one[key] === other[key]);
}
