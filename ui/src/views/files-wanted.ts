// While somebody's record is open, what is let go over the window goes into it.
import { adding } from '../features/files/adding.svelte';
import type { ClientView } from '../ipc/bindings';
import { core } from '../ipc/call';
import { practice } from '../main/practice.svelte';
import { words } from '../messages';
import { wantFiles } from '../shared/file-drop.svelte';
import { failed } from '../shared/toasts.svelte';
import { writesNotes } from './note-drafts';

/** Wants every file for this client until the returned function is called; `show` brings their files into sight. */
export function wantFilesFor(
  { id: client, name }: Pick<ClientView, 'id' | 'name'>,
  show: () => void,
): () => void {
  const clinical = writesNotes(practice.me.role);
  return wantFiles({
    wants: 'files',
    says: words.files.drop(name),
    hint: words.files.dropHint,
    personal: true,
    take: async () => {
      show();
      await adding.run(client, () => core.filesTakeDropped({ client, clinical })).catch(failed);
    },
  });
}
