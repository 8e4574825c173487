import type { Trouble } from '../../ipc/bindings';
import { words } from '../../messages';

export type Explanation = {
  title: string;
  what: string;
  safe: string;
  /** One step after the other; the first is the best next one. */
  todo: readonly string[];
};

/** What happened, what is safe and what to do, for every way the practice can fail to open. */
export function explain(trouble: Trouble): Explanation {
  const say = words.session.trouble;
  switch (trouble.kind) {
    case 'vault_damaged':
      return say.vault_damaged(trouble.copies);
    case 'vault_newer':
    case 'database_newer':
      return say[trouble.kind](trouble.needs);
    case 'unsafe_place':
      return say.unsafe_place[trouble.place];
    default:
      return say[trouble.kind];
  }
}

/** Whether trying again can help as soon as something outside the program was set right; a newer file stays newer. */
export function canRetry(trouble: Trouble): boolean {
  return trouble.kind !== 'vault_newer' && trouble.kind !== 'database_newer';
}

/** Whether what is broken are the records or their key file, so that a backup can take their place. */
export function canRestore({ kind }: Trouble): boolean {
  return (
    kind === 'folder_missing' ||
    kind === 'vault_missing' ||
    kind === 'vault_damaged' ||
    kind === 'vault_older_than_records' ||
    kind === 'database_missing' ||
    kind === 'database_damaged'
  );
}

export function folderOf(trouble: Trouble): string | null {
  return 'folder' in trouble ? trouble.folder : null;
}
