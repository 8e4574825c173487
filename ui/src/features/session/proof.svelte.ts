// An act that asks who sits here. It is tried at once; only where the core wants proof is the question asked, and then
// the act goes on by itself.
import { refusedWith } from '../../ipc/call';

type Question = {
  act: () => Promise<unknown>;
  answered: (done: boolean) => void;
  failed: (why: unknown) => void;
};

export class Proof {
  /** What waits for the answer. */
  question = $state.raw<Question | null>(null);

  /** The act has begun. */
  #begun = false;

  /** True once it is done; false when the person went back instead. Throws what the act was refused with otherwise. */
  async of(act: () => Promise<unknown>): Promise<boolean> {
    try {
      await act();
      return true;
    } catch (thrown) {
      if (!refusedWith(thrown, 'proof_needed')) throw thrown;
    }
    return new Promise((answered, failed) => (this.question = { act, answered, failed }));
  }

  /** Proven: the act goes on. Throws only what asks for proof once more. */
  async goOn(): Promise<void> {
    const question = this.question;
    if (!question) return;
    this.#begun = true;
    try {
      await question.act();
      question.answered(true);
    } catch (thrown) {
      if (refusedWith(thrown, 'proof_needed')) throw thrown;
      question.failed(thrown);
    } finally {
      this.#begun = false;
    }
    this.question = null;
  }

  /** Too late once the act has begun. */
  goBack(): void {
    if (this.#begun) return;
    this.question?.answered(false);
    this.question = null;
  }
}
