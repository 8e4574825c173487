// A new recovery sheet in place of the old one, which holds until two groups of the new one were typed back.
import type { RecoverySheetView } from '../../ipc/bindings';
import { core } from '../../ipc/call';
import { Problems } from '../../messages/problems.svelte';
import { failed } from '../../shared/toasts.svelte';
import type { SheetRun } from './sheet-run';

export class SheetRenewal implements SheetRun {
  step = $state<'begin' | 'sheet' | 'prove'>('begin');
  sheet = $state.raw<RecoverySheetView | null>(null);
  savedAs = $state<string | null>(null);
  typedBack = $state<string[]>([]);
  readonly problems = new Problems();

  #renewed = false;

  /** Makes the new code, in memory. */
  async prepare(): Promise<void> {
    this.sheet = await core.peoplePrepareRecoverySheet();
    this.savedAs = null;
    this.typedBack = this.sheet.ask.map(() => '');
    this.step = 'sheet';
  }

  async save(): Promise<void> {
    this.savedAs = (await core.peopleSaveRecoverySheet()).file_name ?? this.savedAs;
  }

  /** From here on only the new sheet opens the records. */
  async renew(): Promise<void> {
    this.problems.clear();
    await core.peopleRenewRecoverySheet({ groups: [...this.typedBack] });
    this.#renewed = true;
  }

  back(): void {
    this.problems.clear();
    this.step = 'sheet';
  }

  /** The window or the question goes away: the old sheet holds on. */
  abandon(): void {
    if (this.sheet && !this.#renewed) core.peopleAbandonRecoverySheet().catch(failed);
    this.sheet = null;
  }
}
