// Where files go that are let go over the window: to the part of the screen that wants them. What nothing wants goes to
// the program's usual place.
import { untrack } from 'svelte';
import type { Held } from '../ipc/events';

export type FileDrop = {
  /** Pictures alone, or whatever is held. */
  wants: 'pictures' | 'files';
  /** What letting go does, while something is held over the window. */
  says: string;
  hint: string;
  /** Somebody's name is among the words. */
  personal?: boolean;
  take: () => Promise<void>;
};

let wanted = $state.raw<readonly FileDrop[]>([]);

/** Who gets what is held now: of those who want it, the part that was put up last. */
export function fileDrop(held: Held): FileDrop | undefined {
  return wanted.findLast(({ wants }) => wants === 'files' || held === 'picture');
}

/** Wants files until the returned function is called. */
export function wantFiles(drop: FileDrop): () => void {
  // Who wants them is not to be asked again when somebody else does.
  wanted = [...untrack(() => wanted), drop];
  return () => (wanted = untrack(() => wanted).filter((other) => other !== drop));
}
