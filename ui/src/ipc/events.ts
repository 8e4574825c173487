// What the shell says without being asked.
import { listen } from '@tauri-apps/api/event';
import { asksNothingNew } from './call';

export type Slice =
  'clients' | 'bookings' | 'handouts' | 'notes' | 'drafts' | 'people' | 'settings' | 'backups';

/** What is held over the window, as far as its name tells. */
export type Held = 'picture' | 'other';

type ShellEvents = {
  changed: { slices: Slice[] };
  'file-dropped': Held;
  'file-hover': Held | null;
  menu: { action: string };
  progress: { done: number; of: number };
};

type Ear = { hear: (payload: unknown) => void };
type Line = { ears: Set<Ear>; registered: Promise<() => void> };

/**
 * One listener at the shell for each event, for as long as anybody listens: the shell's word to a listener that has
 * just gone would be lost with a complaint.
 */
const lines = new Map<string, Line>();

function line(event: keyof ShellEvents): Line {
  const known = lines.get(event);
  if (known) return known;
  const ears = new Set<Ear>();
  const registered = listen(event, ({ payload }) => [...ears].forEach((ear) => ear.hear(payload)));
  lines.set(event, { ears, registered });
  return { ears, registered };
}

/** Listens until the returned function is called, also when that happens before the shell has answered. */
export function onShell<E extends keyof ShellEvents>(
  event: E,
  hear: (payload: ShellEvents[E]) => void,
): () => void {
  const { ears, registered } = line(event);
  const ear: Ear = { hear: (payload) => hear(payload as ShellEvents[E]) };
  ears.add(ear);
  return () => {
    if (!ears.delete(ear) || ears.size > 0) return;
    lines.delete(event);
    void registered.then((stop) => stop());
  };
}

/** Calls `reload` after every committed change that touched one of these slices, until the page is about to be left. */
export function onChanged(slices: readonly Slice[], reload: () => void): () => void {
  return onShell('changed', (payload) => {
    if (!asksNothingNew() && payload.slices.some((slice) => slices.includes(slice))) reload();
  });
}
