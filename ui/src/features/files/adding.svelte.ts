// Files on their way into a record. It goes on while other parts of the program are looked at, and there is one at a time.
import type { AddedFile } from '../../ipc/bindings';
import { core } from '../../ipc/call';
import { words } from '../../messages';
import { toast } from '../../shared/toasts.svelte';
import { UnderWay } from '../../shared/under-way.svelte';
import { takeBack } from './acts';

const say = words.files.adding;

/** A file that was not added, and why. */
export type NotAdded = {
  name: string;
  why: Exclude<AddedFile['outcome'], 'added' | 'already_here'>;
};

class Adding {
  /** Into whose record; null while nothing is added. */
  client = $state<string | null>(null);
  stopping = $state(false);
  #way = new UnderWay();
  #notAdded = $state.raw<{ client: string; files: readonly NotAdded[] } | null>(null);

  /** How far it has come, for the client whose files these are; nothing before there is something to say. */
  farOf(client: string): { done: number; of: number } | null {
    return this.client === client && this.#way.now?.of ? this.#way.now : null;
  }

  /** What was not added the last time, until somebody has read it. */
  notAddedOf(client: string): readonly NotAdded[] {
    return this.#notAdded?.client === client ? this.#notAdded.files : [];
  }

  /** Adds what `pick` brings. While files are being added nothing else begins. */
  async run(client: string, pick: () => Promise<AddedFile[]>): Promise<void> {
    if (this.client !== null) {
      toast(say.busy);
      return;
    }
    this.client = client;
    this.stopping = false;
    try {
      this.#report(client, await this.#way.run(pick));
    } finally {
      this.client = null;
    }
  }

  async stop(): Promise<void> {
    if (this.stopping) return;
    this.stopping = true;
    await core.filesStop();
  }

  /** Forgets what was not added. */
  forget(): void {
    this.#notAdded = null;
  }

  #report(client: string, answer: readonly AddedFile[]): void {
    // The dialog was closed: what is said of an earlier time stands.
    if (answer.length === 0) return;
    const added = answer.flatMap(({ outcome, id }) => (outcome === 'added' && id !== null ? [id] : []));
    const already = answer.filter(({ outcome }) => outcome === 'already_here').length;
    const files = answer.flatMap(({ name, outcome }) =>
      outcome === 'added' || outcome === 'already_here' ? [] : [{ name, why: outcome }],
    );
    this.#notAdded = files.length ? { client, files } : null;
    const said = say.added(added.length, already) || say.nothing;
    toast(said, added.length ? () => takeBack(client, added) : null);
  }
}

export const adding = new Adding();
