// The diary as the palette needs it: what can be booked, and what day and time it is on the clinic's wall.
import type { DiarySetup } from '../ipc/bindings';
import { core } from '../ipc/call';
import { localDate } from '../shared/local-date';
import { failed } from '../shared/toasts.svelte';

export type AtHand = { setup: DiarySetup; now: string };

/** Nothing where the diary cannot be read, or where there is nothing to book yet. */
export type ReadDiary = () => Promise<AtHand | null>;

/** Reads it once, and not before it is asked for. A diary that cannot be read is said and keeps nobody from being found. */
export function diaryAtHand(): ReadDiary {
  let read: Promise<AtHand | null> | undefined;
  return () =>
    (read ??= load().catch((thrown) => {
      failed(thrown);
      return null;
    }));
}

async function load(): Promise<AtHand | null> {
  const today = localDate();
  const [setup, { now }] = await Promise.all([
    core.bookingsSetup(),
    core.bookingsDiary({ from: today, until: today }),
  ]);
  return setup.services.some(({ retired }) => !retired) ? { setup, now } : null;
}
