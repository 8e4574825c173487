// A PIN or a passphrase while it is tried: which of the two is asked for, and what a refusal means for its field.
import type { ProofKind } from '../../ipc/bindings';
import { refusedWith } from '../../ipc/call';
import { words } from '../../messages';
import { PassphraseTry } from './passphrase-try.svelte';

export class SecretTry {
  by = $state<ProofKind>('passphrase');
  secret = $state('');

  #pin = $state(false);
  #passphrase = $state.raw(new PassphraseTry());
  #problem = $state<string | null>(null);

  /** Asks the next person; those with a PIN are asked for it first. */
  ask(pin: boolean): void {
    this.#pin = pin;
    this.#take(pin ? 'pin' : 'passphrase');
    this.#passphrase = new PassphraseTry();
  }

  /** There is a PIN, so the person may choose. */
  get choice(): boolean {
    return this.#pin;
  }

  /** The other of the two. */
  swap(): void {
    this.#take(this.by === 'pin' ? 'passphrase' : 'pin');
  }

  get waiting(): boolean {
    return this.#passphrase.waiting;
  }

  get problem(): string | null {
    return this.#problem ?? this.#passphrase.problem;
  }

  /** Why what was typed is no try yet; the core would count it as a wrong one. */
  get unready(): string | null {
    const { not_a_pin, required } = words.common.fields;
    if (this.by === 'pin') return this.secret.length < 6 ? not_a_pin(null) : null;
    return this.secret === '' ? required(null) : null;
  }

  /** Takes a refusal of the PIN or passphrase; false when it was refused for another reason. */
  take(thrown: unknown): boolean {
    if (refusedWith(thrown, 'wrong_pin')) {
      // Dots cannot be corrected: the next try begins anew.
      this.secret = '';
      this.#problem = words.session.pin.wrong(thrown.error.tries_left);
      return true;
    }
    if (refusedWith(thrown, 'pin_gone')) {
      this.ask(false);
      this.#problem = words.session.pin.gone;
      return true;
    }
    return this.#passphrase.take(thrown);
  }

  /** Another one is being typed. */
  typed(): void {
    this.#problem = null;
    this.#passphrase.typed();
  }

  /** For an effect: counts the wait down. */
  tick(): (() => void) | undefined {
    return this.#passphrase.tick();
  }

  #take(by: ProofKind): void {
    this.by = by;
    this.secret = '';
    this.#problem = null;
  }
}
