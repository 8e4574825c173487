// The recovery code that is being typed, the passphrase that replaces the lost one, and what was refused about either.
import type { UnlockWithRecoveryCode } from '../../ipc/bindings';
import { refusedWith } from '../../ipc/call';
import { words } from '../../messages';
import { Problems } from '../../messages/problems.svelte';

export class SheetTry {
  groups = $state(Array.from({ length: 9 }, () => ''));
  passphrase = $state('');
  again = $state('');
  /** The group with a slip, from 1. */
  slip = $state<number | null>(null);
  codeProblem = $state<string | null>(null);
  readonly problems = new Problems();

  get input(): UnlockWithRecoveryCode {
    return {
      code: this.groups.join('-'),
      new_passphrase: this.passphrase,
      new_passphrase_again: this.again,
    };
  }

  /** What was wrong is forgotten: it is tried again. */
  clear(): void {
    this.problems.clear();
    this.codeTyped();
  }

  codeTyped(): void {
    this.codeProblem = this.slip = null;
  }

  /** Takes a refusal of the code or the new passphrase; false when it was refused for another reason. */
  take(thrown: unknown): boolean {
    const say = words.session.recover;
    if (refusedWith(thrown, 'mistyped_recovery_code')) {
      this.slip = thrown.error.group;
      this.codeProblem = say.slip(this.slip);
    } else if (refusedWith(thrown, 'wrong_recovery_code')) {
      this.codeProblem = say.wrong;
    } else if (this.problems.take(thrown)) {
      this.codeProblem = this.problems.at('code');
    } else {
      return false;
    }
    return true;
  }

  /** The first thing that is wrong, to be read out. */
  get problem(): string | null {
    return this.codeProblem ?? this.problems.at(this.problems.paths[0] ?? '');
  }
}
