// What can be done with a sheet that was given, wherever it stands: always with its exact bytes.
import Download from '@lucide/svelte/icons/download';
import ExternalLink from '@lucide/svelte/icons/external-link';
import Printer from '@lucide/svelte/icons/printer';
import { core } from '../ipc/call';
import { words } from '../messages';
import type { MenuItem } from '../shared/menu.svelte';
import { sayPrinted } from '../shared/printing';
import { toast } from '../shared/toasts.svelte';

/** `open` shows it, or the place where it is shown. */
export function givenMenu(id: string, open: MenuItem): MenuItem[] {
  const { printing } = words.parts;
  return [
    open,
    { label: printing.open, icon: ExternalLink, run: () => core.handoutsOpenGiven({ id }) },
    { label: printing.print, icon: Printer, apart: true, run: () => printGiven(id) },
    { label: words.clients.timeline.saveCopy, icon: Download, run: () => saveGiven(id) },
  ];
}

export async function saveGiven(id: string): Promise<void> {
  const { file_name } = await core.handoutsSaveGivenPdf({ id });
  if (file_name !== null) toast(words.handouts.give.savedAs(file_name));
}

async function printGiven(id: string): Promise<void> {
  const said = sayPrinted(await core.handoutsPrintGiven({ id }));
  if (said !== null) toast(said);
}
