// Pinning words of a signed note, and taking them down, each with its way back.
import type { PinnedFrom, PinView } from '../ipc/bindings';
import { core } from '../ipc/call';
import { words } from '../messages';
import { failed, toast } from '../shared/toasts.svelte';

export async function pinWords(note: string, from: PinnedFrom, text: string): Promise<void> {
  try {
    const { pin, already } = await core.notesPin({ note, from, text });
    // Its way back is with whoever pinned it.
    if (already) return void toast(words.pins.already);
    toast(words.pins.pinned, async () => {
      await core.notesUnpin({ id: pin.id });
      toast(words.pins.unpinned);
    });
  } catch (thrown) {
    failed(thrown);
  }
}

export async function unpin({ id }: PinView): Promise<void> {
  try {
    await core.notesUnpin({ id });
    toast(words.pins.unpinned, async () => {
      await core.notesPinAgain({ id });
      toast(words.pins.putBack);
    });
  } catch (thrown) {
    failed(thrown);
  }
}
