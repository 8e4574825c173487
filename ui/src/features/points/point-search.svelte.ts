// Finding points as one types: only the answer to the latest text is shown.
import type { PointRow } from '../../ipc/bindings';
import { core } from '../../ipc/call';
import { failed } from '../../shared/toasts.svelte';

/** The longest channel has 67 points. */
const WHOLE_CHANNEL = 100;

export class PointSearch {
  found = $state.raw<PointRow[]>([]);
  /** The text that `found` answers; null before the first answer and after `clear`. */
  answered = $state.raw<string | null>(null);

  #limit: number;
  #turn = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Shows what is found for this text, unless a later text was asked for meanwhile. */
  async ask(text: string): Promise<void> {
    const turn = ++this.#turn;
    try {
      const found = text.trim() ? await core.pointsFind({ text, limit: this.#limit }) : [];
      if (turn !== this.#turn) return;
      this.found = found;
      this.answered = text;
    } catch (thrown) {
      if (turn === this.#turn) failed(thrown);
    }
  }

  /** What stands first for exactly this text, whatever is shown. */
  async first(text: string): Promise<PointRow | null> {
    if (text === this.answered) return this.found[0] ?? null;
    return (await core.pointsFind({ text, limit: 1 }))[0] ?? null;
  }

  /** The last point of the channel whose code this is, for a number that is too high; null for whatever is no such code. */
  async lastBefore(text: string): Promise<string | null> {
    const [, channel, number] = /^([a-z-]+)[\s.-]*(\d+)$/i.exec(text) ?? [];
    // Extra points of all regions share these letters.
    if (!channel || /^ex(?:tra)?$/i.test(channel)) return null;
    const [first, ...others] = await core.pointsFind({ text: channel, limit: WHOLE_CHANNEL });
    const numbers = [first, ...others]
      .filter((point) => point !== undefined && point.channel === first?.channel)
      .map((point) => Number(/\d+$/.exec(point?.code ?? '')));
    const last = Math.max(0, ...numbers);
    return first && Number(number) > last ? `${first.channel}${last}` : null;
  }

  clear(): void {
    this.#turn += 1;
    this.found = [];
    this.answered = null;
  }
}
