// What is done with a file, each act with its way back.
import type { ClientFile } from '../../ipc/bindings';
import { core } from '../../ipc/call';
import { words } from '../../messages';
import { toast } from '../../shared/toasts.svelte';

/** What is said of a file. */
export type Said = Pick<ClientFile, 'name' | 'day' | 'tags' | 'clinical'>;

const say = words.files;
const personal = { personal: true };

/** What is said of it now, to go back to. */
export function saidOf({ name, day, tags, clinical }: ClientFile): Said {
  return { name, day, tags: [...tags], clinical };
}

/** Says something else of a file, over the version that was seen. */
export async function change(before: ClientFile, said: Said): Promise<void> {
  const { id, version, name } = await core.filesChange({ id: before.id, version: before.version, ...said });
  const undo = async () => {
    await core.filesChange({ id, version, ...saidOf(before) });
    toast(say.details.putBack(before.name), null, personal);
  };
  toast(say.details.saved(name), undo, personal);
}

export async function remove({ id, version, name }: ClientFile): Promise<void> {
  const after = await core.filesRemove({ id, version });
  toast(say.removed(name), () => core.filesRestore({ id, version: after.version }), personal);
}

export async function restore({ id, version, name }: ClientFile): Promise<void> {
  const after = await core.filesRestore({ id, version });
  toast(say.restored(name), () => core.filesRemove({ id, version: after.version }), personal);
}

/** Removes what was added by mistake, in whatever version it is by now. */
export async function takeBack(client: string, ids: readonly string[]): Promise<void> {
  const { files } = await core.filesList({ id: client });
  const added = files.filter(({ id }) => ids.includes(id));
  for (const { id, version } of added) await core.filesRemove({ id, version });
  if (added.length) toast(say.adding.takenBack(added.length));
}

export async function saveCopy({ id }: Pick<ClientFile, 'id'>): Promise<void> {
  const { file_name } = await core.filesSaveAs({ id });
  if (file_name !== null) toast(say.savedAs(file_name), null, personal);
}

export async function openOutside({ id, name }: Pick<ClientFile, 'id' | 'name'>): Promise<void> {
  await core.filesOpenOutside({ id });
  toast(say.openedOutside(name), null, personal);
}

/** Shows this file as the photo beside the client's name. */
export async function usePhoto({ id, client, name }: ClientFile): Promise<void> {
  const { before } = await core.filesSetPortrait({ client, file: id });
  toast(say.portrait.set(name), () => core.filesSetPortrait({ client, file: before }), personal);
}

export async function takePhotoAway(client: string): Promise<void> {
  const { before } = await core.filesSetPortrait({ client, file: null });
  toast(say.portrait.taken, () => core.filesSetPortrait({ client, file: before }));
}
