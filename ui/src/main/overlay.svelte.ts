import type { BeingBooked } from '../features/bookings/being-booked.svelte';
import type { ClientRow, DiarySetup } from '../ipc/bindings';
import type { PersonWord } from '../messages';
import type { IconOf } from '../shared/Icon.svelte';

/** Something to do that needs a person first: the palette asks for whom. */
export type Question = {
  ask: (word: PersonWord) => string;
  icon: IconOf;
  choose: (person: ClientRow) => unknown;
};

/** What is done for somebody over a screen that stays as it is; `today` is the clinic's day, ISO. */
export type AboutClient = { setup: DiarySetup; today: string } & (
  { what: 'visit'; typed: BeingBooked } | { what: 'wait' | 'recall'; client: ClientRow }
);

/** What can stand over the screen. */
export type Over = 'palette' | 'shortcuts' | 'seat' | 'pin' | 'client';

/** What stands over the screen; one thing at a time. */
class Overlay {
  open = $state<Over | null>(null);
  /** What the palette begins by asking. */
  question = $state.raw<Question | null>(null);
  /** What was typed of it before the palette stood. */
  typed = $state('');
  about = $state.raw<AboutClient | null>(null);

  show(which: Exclude<Over, 'client'>, typed = ''): void {
    this.close();
    this.typed = typed;
    this.open = which;
  }

  askFor(question: Question): void {
    this.show('palette');
    this.question = question;
  }

  askAbout(about: AboutClient): void {
    this.close();
    this.about = about;
    this.open = 'client';
  }

  close(): void {
    this.open = null;
    this.question = null;
    this.typed = '';
    this.about = null;
  }
}

export const overlay = new Overlay();
