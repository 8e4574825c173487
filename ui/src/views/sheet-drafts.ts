// Every way into the editor ends in a draft, so that nothing written there can be lost.
import { emptySheet, type SheetDraft } from '../features/handouts/sheet-text';
import type { SheetView } from '../ipc/bindings';
import { core } from '../ipc/call';
import { practice } from '../main/practice.svelte';
import { go } from '../main/router.svelte';
import { locale } from '../messages/locale.svelte';
import { send } from './errand';

/** Asks for a file; nothing happens when the person closes the dialog. */
export async function importSheet(): Promise<void> {
  const imported = await core.handoutsImport();
  if (imported) go({ screen: 'draft', id: imported.draft });
}

export async function newSheet(): Promise<void> {
  const { name, credentials } = practice.me;
  const language = new Intl.Locale(locale.tag).language;
  await open(null, {
    ...emptySheet(language, [name, credentials].filter(Boolean).join(', ')),
    version: null,
  });
}

/** Continues the change that was begun before, or begins one. Whom the sheet is for comes back with it. */
export async function editSheet(view: SheetView, giveTo: string | undefined): Promise<void> {
  const begun = (await core.draftsList()).find(
    ({ kind, subject }) => kind === 'sheet' && subject === view.id,
  );
  if (begun) send({ screen: 'draft', id: begun.id }, { giveTo });
  else await open(view.id, { ...view.text, version: view.version }, giveTo);
}

async function open(subject: string | null, begun: SheetDraft, giveTo?: string): Promise<void> {
  const saved = await core.draftsSave({
    id: null,
    kind: 'sheet',
    subject,
    label: begun.title,
    body: JSON.stringify(begun),
  });
  send({ screen: 'draft', id: saved.id }, { giveTo });
}
