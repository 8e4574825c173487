// Act at once, then offer the way back for ten seconds.
import { words } from '../messages';
import { sayFailure } from '../messages/problems.svelte';
import { announce } from './announce.svelte';

const STAYS = 10_000;

export type Toast = {
  id: number;
  text: string;
  undo: (() => Promise<unknown>) | null;
  /** Names somebody. */
  personal: boolean;
};

let nextId = 1;
const timers: Record<number, ReturnType<typeof setTimeout>> = {};

/** Newest last; the region shows the last one only. */
export const toasts = $state<Toast[]>([]);

/** While somebody else may look at the screen nobody is named; what was done can be taken back all the same. */
export const discreet = $state({ on: false });

/** What a toast says just now. */
export function wording({ text, personal }: Pick<Toast, 'text' | 'personal'>): string {
  return personal && discreet.on ? words.common.unnamed : text;
}

type About = {
  /** Somebody's name is among the words. */
  personal?: boolean;
};

/** Says what was done. With `undo`, Ctrl+Z or the button takes it back while the toast stands. */
export function toast(
  text: string,
  undo: (() => Promise<unknown>) | null = null,
  { personal = false }: About = {},
): number {
  const id = nextId++;
  toasts.push({ id, text, undo, personal });
  announce(wording({ text, personal }));
  resume(id);
  return id;
}

/** Says in words why something did not work. */
export function failed(thrown: unknown): void {
  const text = sayFailure(thrown);
  if (text === null) return;
  const id = nextId++;
  toasts.push({ id, text, undo: null, personal: false });
  announce(text, 'assertive');
  resume(id);
}

/** The clock stands still while the toast is pointed at or holds the focus (WCAG 2.2.1). */
export function hold(id: number): void {
  clearTimeout(timers[id]);
}

export function resume(id: number): void {
  clearTimeout(timers[id]);
  timers[id] = setTimeout(() => dismiss(id), STAYS);
}

export function dismiss(id: number): void {
  clearTimeout(timers[id]);
  delete timers[id];
  const at = toasts.findIndex((shown) => shown.id === id);
  if (at >= 0) toasts.splice(at, 1);
}

/** Takes back the newest thing that can be; false when there is none. */
export function undoLast(): boolean {
  const last = toasts.findLast((shown) => shown.undo);
  if (!last?.undo) return false;
  dismiss(last.id);
  last.undo().catch(failed);
  return true;
}
