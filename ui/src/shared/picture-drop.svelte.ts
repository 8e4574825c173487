// Where a picture goes that is let go over the window: to the part of the screen that wants one. Other files, and
// pictures that nothing wants, go to the program's usual place.
import { untrack } from 'svelte';

export type PictureDrop = {
  /** What letting go does, while the picture is held over the window. */
  says: string;
  hint: string;
  take: () => Promise<void>;
};

let wanted = $state.raw<readonly PictureDrop[]>([]);

/** Who gets a picture now: the part that was put up last. */
export function pictureDrop(): PictureDrop | undefined {
  return wanted.at(-1);
}

/** Wants pictures until the returned function is called. */
export function wantPictures(drop: PictureDrop): () => void {
  // Who wants them is not to be asked again when somebody else does.
  wanted = [...untrack(() => wanted), drop];
  return () => (wanted = untrack(() => wanted).filter((other) => other !== drop));
}
