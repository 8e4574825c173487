// Putting records away and taking them out, each act with its way back.
import type { RecordPlace, StaysInUse } from '../../ipc/bindings';
import { core } from '../../ipc/call';
import { words } from '../../messages';
import { toast } from '../../shared/toasts.svelte';

const say = words.putAway;

type Lying = { id: string; name: string; put_away: RecordPlace | null };

type Stayed = {
  people: readonly StaysInUse[];
  /** Where they were to lie. */
  place: RecordPlace;
  /** Puts those into the archive who are only too good for the trash; nothing where that is no help. */
  instead: (() => Promise<unknown>) | null;
  /** Says what was done with the others, once this is read. */
  then: (() => void) | null;
};

/** Whoever stays in use although they were to be put away, until somebody has read it. */
class StillInUse {
  shown = $state.raw<Stayed | null>(null);

  close(): void {
    const then = this.shown?.then;
    this.shown = null;
    then?.();
  }
}

export const stillInUse = new StillInUse();

type How = {
  /** What is said of so many. */
  done: (count: number) => string;
  /** Where they lie so far; nothing for those in use. */
  before?: RecordPlace | null;
  /** Somebody's name is among the words. */
  personal?: boolean;
};

/** Puts them away, and answers who went. Whoever is still in use stays, and why is said. */
export async function putAway(
  ids: readonly string[],
  place: 'archive' | 'trash',
  { done, before = null, personal = false }: How,
): Promise<readonly string[]> {
  const { ids: gone, stayed } = await core.clientsPutAway({ ids: [...ids], place });
  const tell = () => toast(done(gone.length), () => layBack(gone, before), { personal });
  if (stayed.length) {
    const worthKeeping = stayed.every(({ why }) => why.every((one) => one === 'held' || one === 'written'));
    const archive = () =>
      putAway(
        stayed.map(({ id }) => id),
        'archive',
        { done: () => say.done.archive(stayed[0]?.name ?? ''), personal: true },
      );
    stillInUse.shown = {
      people: stayed,
      place,
      instead: place === 'trash' && before === null && worthKeeping ? archive : null,
      then: gone.length ? tell : null,
    };
  } else if (gone.length) tell();
  else toast(say.already);
  return gone;
}

/** Puts one record away, and answers whether it went. */
export async function putOneAway(
  { id, name, put_away }: Lying,
  place: 'archive' | 'trash',
): Promise<boolean> {
  const done = () => say.done[place](name);
  return (await putAway([id], place, { done, before: put_away, personal: true })).length > 0;
}

/** Takes a record out. What is kept for the law alone is nowhere to be put back. */
export async function takeOut({ id, name, put_away }: Lying): Promise<void> {
  await core.clientsTakeOut({ ids: [id] });
  const back = put_away === null || put_away === 'kept' ? null : () => layBack([id], put_away);
  toast(say.takenOut(name), back, { personal: true });
}

/** Lays them where they were. */
async function layBack(ids: readonly string[], place: RecordPlace | null): Promise<void> {
  if (place === null || place === 'kept') {
    await core.clientsTakeOut({ ids: [...ids] });
    toast(say.undone.use(ids.length));
    return;
  }
  const { stayed } = await core.clientsPutAway({ ids: [...ids], place });
  // Somebody began to work with it meanwhile.
  if (stayed.length) stillInUse.shown = { people: stayed, place, instead: null, then: null };
  else toast(say.undone[place]());
}
