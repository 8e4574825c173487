// Everything typed during the first run, kept while one goes back and forth. Nothing is on disk before the last step.
import type { RecoverySheetView } from '../../ipc/bindings';
import { core } from '../../ipc/call';
import { Problems } from '../../messages/problems.svelte';
import type { SheetRun } from './sheet-run';

export const STEPS = ['practice', 'passphrase', 'copies', 'sheet', 'prove'] as const;
export type Step = (typeof STEPS)[number];

export class FirstRun implements SheetRun {
  step = $state<Step>('practice');

  practiceName = $state('');
  ownerName = $state('');
  credentials = $state('');

  /** Five random words from the core, or the person's own. */
  takeOffered = $state(true);
  offered = $state('');
  own = $state('');
  ownAgain = $state('');

  copiesGoTo = $state<string | null>(null);

  sheet = $state.raw<RecoverySheetView | null>(null);
  savedAs = $state<string | null>(null);
  typedBack = $state<string[]>([]);

  readonly problems = new Problems();
  #created = false;
  #preparedFrom = '';

  /** What the core should not find inside a passphrase. */
  get about(): string[] {
    return [this.practiceName, this.ownerName].filter(Boolean);
  }

  async offer(): Promise<void> {
    this.offered = (await core.sessionSuggestPassphrase()).passphrase;
  }

  /** Names are checked with the passphrase; here only that they are not empty, so that nobody is sent back later. */
  named(): void {
    if (!this.offered) this.offer().catch(() => (this.takeOffered = false));
    this.step = 'passphrase';
  }

  /** Makes keys and the recovery sheet, in memory. Asked again unchanged, the sheet stays the same. */
  async prepare(): Promise<void> {
    const input = {
      practice_name: this.practiceName,
      owner_name: this.ownerName,
      credentials: this.credentials,
      passphrase: this.takeOffered ? this.offered : this.own,
      passphrase_again: this.takeOffered ? this.offered : this.ownAgain,
    };
    const from = JSON.stringify(input);
    if (!this.sheet || from !== this.#preparedFrom) {
      this.problems.clear();
      this.sheet = await core.sessionPreparePractice(input);
      this.#preparedFrom = from;
      this.savedAs = null;
      this.typedBack = this.sheet.ask.map(() => '');
    }
    this.step = 'copies';
  }

  /** Where copies will go is asked before there is anything to copy; the shell keeps it until then. */
  async choosePlace(): Promise<void> {
    this.copiesGoTo = (await core.copiesChooseFirstPlace()).folder ?? this.copiesGoTo;
  }

  goOnToSheet(): void {
    this.step = 'sheet';
  }

  /** Field errors belong to the step that holds the field. */
  refused(thrown: unknown): boolean {
    if (!this.problems.take(thrown)) return false;
    const path = this.problems.paths[0] ?? '';
    if (/^(practice_name|owner_name|credentials)$/.test(path)) this.step = 'practice';
    else if (path.startsWith('passphrase')) this.step = 'passphrase';
    return true;
  }

  async save(): Promise<void> {
    this.savedAs = (await core.sessionSaveRecoverySheet()).file_name ?? this.savedAs;
  }

  async create(): Promise<void> {
    this.problems.clear();
    await core.sessionCreatePractice({ groups: [...this.typedBack] });
    this.#created = true;
  }

  back(): void {
    this.problems.clear();
    this.step = STEPS[Math.max(0, STEPS.indexOf(this.step) - 1)] ?? 'practice';
  }

  /** The window goes away: what was prepared is forgotten, unless it has become a practice. */
  abandon(): void {
    if (this.sheet && !this.#created) void core.sessionAbandonPractice();
  }
}
