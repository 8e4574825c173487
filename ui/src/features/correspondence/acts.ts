// What is done with an entry, each act with its way back.
import type { CorrespondenceView } from '../../ipc/bindings';
import { core } from '../../ipc/call';
import { words } from '../../messages';
import { toast } from '../../shared/toasts.svelte';

type Seen = Pick<CorrespondenceView, 'id' | 'version'>;

const say = words.correspondence;

export async function followUp({ id, version }: Seen, done: boolean): Promise<void> {
  const after = await core.correspondenceFollowUp({ id, version, done });
  if (!done) return;
  toast(say.doneSaid, async () => {
    await core.correspondenceFollowUp({ id, version: after.version, done: false });
  });
}

export async function strike({ id, version }: Seen, reason: string): Promise<void> {
  const after = await core.correspondenceStrike({ id, version, reason });
  toast(say.struckSaid, () => putBack(after));
}

export async function putBack({ id, version }: Seen): Promise<void> {
  await core.correspondencePutBack({ id, version });
}
