import type { ClientInput, ClientRow, ClientView } from '../../ipc/bindings';
import { core, refusedWith } from '../../ipc/call';
import { Problems } from '../../messages/problems.svelte';
import { failed } from '../../shared/toasts.svelte';
import { withoutBlanks } from './client-input';

/** A client on the way to being registered. */
export class Registering {
  client = $state() as ClientInput;
  problems = new Problems();
  /** People already here who are very like this one; the question is open while there are any. */
  twins = $state.raw<ClientRow[]>([]);

  #underWay = false;

  constructor(client: ClientInput) {
    this.client = client;
  }

  /**
   * Null when there is something to answer first: field problems, twins, or a registration already under way.
   * `draft` is the id of the draft that this finishes.
   */
  async register(draft: () => Promise<string | null>, despiteTwins = false): Promise<ClientView | null> {
    if (this.#underWay) return null;
    this.#underWay = true;
    try {
      this.problems.clear();
      const client = withoutBlanks($state.snapshot(this.client));
      // Problems are named by the place of a line, so that the blank ones go first.
      this.client = client;
      const view = await core.clientsRegister({ client, despite_twins: despiteTwins, draft: await draft() });
      // Whoever looked at them and said that this is another person is not asked again.
      for (const { id } of this.twins) await core.clientsTellApart({ one: view.id, other: id }).catch(failed);
      return view;
    } catch (thrown) {
      if (this.problems.take(thrown)) return null;
      if (!refusedWith(thrown, 'likely_duplicate')) throw thrown;
      this.twins = await core.clientsRows({ ids: thrown.error.clients });
      return null;
    } finally {
      this.#underWay = false;
    }
  }

  /** Back to the form. */
  reconsider(): void {
    this.twins = [];
  }
}
