// Every way into a note ends in a draft, so that nothing written there can be lost.
import { emptyWords } from '../features/notes/note-words';
import type { DraftRow, NoteText, Role } from '../ipc/bindings';
import { core } from '../ipc/call';
import { go } from '../main/router.svelte';
import { localDate } from '../shared/local-date';

/** A record of care is nobody's business at the desk. */
export function writesNotes(role: Role): boolean {
  return role !== 'receptionist';
}

/** Students write; what they wrote is signed by somebody who may. */
export function signsNotes(role: Role): boolean {
  return writesNotes(role) && role !== 'student';
}

/** The notes about this client that are not signed yet, newest first. */
export function unsignedNotes(drafts: readonly DraftRow[], client: string): DraftRow[] {
  return drafts.filter(({ kind, subject }) => kind === 'note' && subject === client);
}

/** Goes on with the client's open note, or begins one for today. */
export async function writeNote(client: { id: string; name: string }): Promise<void> {
  const [begun] = unsignedNotes(await core.draftsList(), client.id);
  const note: NoteText = { ...emptyWords(localDate()), points: [] };
  const { id } =
    begun ??
    (await core.draftsSave({
      id: null,
      kind: 'note',
      subject: client.id,
      label: client.name,
      body: JSON.stringify(note),
    }));
  go({ screen: 'note-draft', id });
}
