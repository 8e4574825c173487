// What can be done with a signed note, wherever it stands.
import Download from '@lucide/svelte/icons/download';
import NotebookText from '@lucide/svelte/icons/notebook-text';
import Plus from '@lucide/svelte/icons/plus';
import Printer from '@lucide/svelte/icons/printer';
import { core } from '../ipc/call';
import { practice } from '../main/practice.svelte';
import { go } from '../main/router.svelte';
import { words } from '../messages';
import type { MenuItem } from '../shared/menu.svelte';
import { sayPrinted } from '../shared/printing';
import { toast } from '../shared/toasts.svelte';
import { send } from './errand';
import { signsNotes } from './note-drafts';

/** From a list: the note is opened first where that is needed. `works` says whether anybody works with the record. */
export function noteMenu(id: string, works: boolean): MenuItem[] {
  const open = { label: words.notes.view.open, icon: NotebookText, run: () => go({ screen: 'note', id }) };
  const add = () => send({ screen: 'note', id }, { addendum: true });
  return [open, ...noteActs(id, works ? add : null)];
}

/** The acts alone, for the note itself; with nothing to add where nobody works with the record. */
export function noteActs(id: string, add: (() => unknown) | null): MenuItem[] {
  const say = words.notes;
  const acts: MenuItem[] = [
    { label: words.parts.printing.print, icon: Printer, run: () => printNote(id) },
    { label: say.view.savePdf, icon: Download, run: () => saveNote(id) },
  ];
  if (add && signsNotes(practice.me.role))
    acts.push({ label: say.addendum.add, icon: Plus, apart: true, run: add });
  return acts;
}

export async function saveNote(id: string): Promise<void> {
  const { file_name } = await core.notesSavePdf({ id });
  if (file_name !== null) toast(words.notes.view.savedAs(file_name));
}

export async function printNote(id: string): Promise<void> {
  const said = sayPrinted(await core.notesPrint({ id }));
  if (said !== null) toast(said);
}
