// Something that takes its time, and how far the shell says it has come.
import { onShell } from '../ipc/events';

export class UnderWay {
  /** Nothing while nothing is under way; of zero until the shell has said how much there is. */
  now = $state.raw<{ done: number; of: number } | null>(null);

  /** Runs it and listens meanwhile. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    this.now = { done: 0, of: 0 };
    const stop = onShell('progress', (now) => {
      if (this.now) this.now = now;
    });
    try {
      return await work();
    } finally {
      stop();
      this.now = null;
    }
  }
}
