// What the shell says without being asked.
import { listen } from '@tauri-apps/api/event';

export type Slice = 'clients' | 'handouts' | 'drafts' | 'settings';

type ShellEvents = {
  changed: { slices: Slice[] };
  'file-dropped': null;
  'file-hover': boolean;
  menu: { action: string };
};

/** Listens until the returned function is called, also when that happens before the shell has answered. */
export function onShell<E extends keyof ShellEvents>(
  event: E,
  hear: (payload: ShellEvents[E]) => void,
): () => void {
  const registered = listen<ShellEvents[E]>(event, ({ payload }) => hear(payload));
  return () => void registered.then((stop) => stop());
}

/** Calls `reload` after every committed change that touched one of these slices. */
export function onChanged(slices: readonly Slice[], reload: () => void): () => void {
  return onShell('changed', (payload) => {
    if (payload.slices.some((slice) => slices.includes(slice))) reload();
  });
}
