// Pinning words of a signed note, and taking them down, each with its way back.
import type { PinnedFrom, PinView } from '../ipc/bindings';
import { core } from '../ipc/call';
import { words } from '../messages';
import { failed, toast } from '../shared/toasts.svelte';

export async function pinWords(note: string, from: PinnedFrom, text: string): Promise<void> {
  try {
    const pin = await core.notesPin({ note, from, text });
    toast(words.pins.pinned, async () => {
      await core.notesUnpin({ id: pin.id });
      toast(words.pins.unpinned);
    });
  } catch (thrown) {
    failed(thrown);
  }
}

export async function unpin({ id, note, from, text }: PinView): Promise<void> {
  try {
    await core.notesUnpin({ id });
    toast(words.pins.unpinned, async () => {
      await core.notesPin({ note, from, text });
      toast(words.pins.putBack);
    });
  } catch (thrown) {
    failed(thrown);
  }
}
