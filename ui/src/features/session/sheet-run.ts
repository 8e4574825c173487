import type { RecoverySheetView } from '../../ipc/bindings';
import type { Problems } from '../../messages/problems.svelte';

/** A recovery sheet that was just made: shown once, saved, and typed back in part before it holds. */
export interface SheetRun {
  readonly sheet: RecoverySheetView | null;
  /** The name under which the sheet was saved, once it was. */
  readonly savedAs: string | null;
  /** The groups that were asked for, as they were typed. */
  typedBack: string[];
  readonly problems: Problems;
  save(): Promise<void>;
  back(): void;
}
