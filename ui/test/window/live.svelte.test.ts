import { flushSync } from 'svelte';
import { expect, test, vi } from 'vitest';
import { CommandFailure } from '../../src/ipc/call';
import { live, Live } from '../../src/ipc/live.svelte';
import { core } from './stand';

/** A promise that the test answers. */
function later<T>() {
  const asked: { answer: (value: T) => void; refuse: (reason: unknown) => void }[] = [];
  const load = vi.fn(
    () => new Promise<T>((resolve, reject) => asked.push({ answer: resolve, refuse: reject })),
  );
  return { asked, load };
}

const settle = () => vi.waitFor(() => undefined);

test('the last value stays while the next is loading, and after a refusal', async () => {
  const { asked, load } = later<string>();
  const state = new Live(load);
  void state.fetch();
  asked[0]?.answer('first');
  await vi.waitFor(() => expect(state.value).toBe('first'));
  void state.fetch();
  expect(state.value).toBe('first');
  expect(state.loading).toBe(true);
  asked[1]?.refuse(new CommandFailure({ code: 'not_found' }));
  await vi.waitFor(() => expect(state.failure).toBeInstanceOf(CommandFailure));
  expect(state.value).toBe('first');
});

test('an older answer never replaces a newer one', async () => {
  const { asked, load } = later<string>();
  const state = new Live(load);
  void state.fetch();
  void state.fetch();
  asked[1]?.answer('new');
  await vi.waitFor(() => expect(state.value).toBe('new'));
  asked[0]?.answer('old');
  await settle();
  expect(state.value).toBe('new');
});

test('many changes during one load ask once more, not many times', async () => {
  const { asked, load } = later<number>();
  const state = new Live(load);
  void state.fetch();
  state.refresh();
  state.refresh();
  state.refresh();
  expect(load).toHaveBeenCalledTimes(1);
  asked[0]?.answer(1);
  await vi.waitFor(() => expect(load).toHaveBeenCalledTimes(2));
  asked[1]?.answer(2);
  await vi.waitFor(() => expect(state.value).toBe(2));
  expect(load).toHaveBeenCalledTimes(2);
});

test('a live value reloads for its own slices and no others, and stops when its component goes', async () => {
  const fake = core({});
  const load = vi.fn(async () => 'value');
  const stop = $effect.root(() => {
    live(load, ['clients']);
  });
  flushSync();
  await vi.waitFor(() => expect(load).toHaveBeenCalledTimes(1));
  await fake.changed('handouts');
  await settle();
  expect(load).toHaveBeenCalledTimes(1);
  await fake.changed('clients', 'drafts');
  await vi.waitFor(() => expect(load).toHaveBeenCalledTimes(2));
  stop();
  await settle();
  await fake.changed('clients');
  await settle();
  expect(load).toHaveBeenCalledTimes(2);
});
