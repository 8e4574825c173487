import type { ClientRow } from '../ipc/bindings';
import type { PersonWord } from '../messages';
import type { IconOf } from '../shared/Icon.svelte';

/** Something to do that needs a person first: the palette asks for whom. */
export type Question = {
  ask: (word: PersonWord) => string;
  icon: IconOf;
  choose: (person: ClientRow) => unknown;
};

/** What can stand over the screen. */
export type Over = 'palette' | 'shortcuts' | 'seat' | 'pin';

/** What stands over the screen; one thing at a time. */
class Overlay {
  open = $state<Over | null>(null);
  /** What the palette begins by asking. */
  question = $state.raw<Question | null>(null);
  /** What was typed of it before the palette stood. */
  typed = $state('');

  show(which: Over, typed = ''): void {
    this.question = null;
    this.typed = typed;
    this.open = which;
  }

  askFor(question: Question): void {
    this.question = question;
    this.typed = '';
    this.open = 'palette';
  }

  close(): void {
    this.open = null;
    this.question = null;
  }
}

export const overlay = new Overlay();
