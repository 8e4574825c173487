// What can be done with something that was begun and not finished.
import NotebookPen from '@lucide/svelte/icons/notebook-pen';
import Trash from '@lucide/svelte/icons/trash-2';
import { core } from '../ipc/call';
import { words } from '../messages';
import type { MenuItem } from '../shared/menu.svelte';
import { toast } from '../shared/toasts.svelte';

export function draftMenu(id: string, open: () => unknown): MenuItem[] {
  const say = words.today.menu;
  return [
    { label: say.open, icon: NotebookPen, run: open },
    { label: say.throwAway, icon: Trash, apart: true, run: () => throwAway(id) },
  ];
}

export async function throwAway(id: string): Promise<void> {
  const { kind, subject, label, body } = await core.draftsRead({ id });
  await core.draftsDiscard({ id });
  toast(words.today.menu.thrownAway, async () => {
    await core.draftsSave({ id: null, kind, subject, label, body });
  });
}
