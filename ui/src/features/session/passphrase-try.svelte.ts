// What a refused passphrase means for the field: the sentence, and the seconds until the next try.
import { refusedWith } from '../../ipc/call';
import { words } from '../../messages';

export class PassphraseTry {
  #wait = $state(0);
  #wrong = $state(false);
  // Whether this passphrase was tried: after too many wrong ones a right one has to wait as well.
  #tried = $state(true);

  get waiting(): boolean {
    return this.#wait > 0;
  }

  get problem(): string | null {
    const say = words.session.unlock;
    if (this.#wait > 0) return (this.#tried ? say.wrongWait : say.tooSoon)(this.#wait);
    return this.#wrong ? say.wrong : null;
  }

  /** Takes a refusal of the passphrase; false when it was refused for another reason. */
  take(thrown: unknown): boolean {
    if (!refusedWith(thrown, 'wrong_passphrase') && !refusedWith(thrown, 'too_soon')) return false;
    this.#tried = this.#wrong = thrown.error.code === 'wrong_passphrase';
    this.#wait = thrown.error.wait_seconds;
    return true;
  }

  /** Another one is being typed. */
  typed(): void {
    this.#wrong = false;
  }

  /** For an effect: counts one second down as long as there is one. */
  tick(): (() => void) | undefined {
    if (this.#wait <= 0) return undefined;
    const second = setTimeout(() => (this.#wait -= 1), 1000);
    return () => clearTimeout(second);
  }
}
