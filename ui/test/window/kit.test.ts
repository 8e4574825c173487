import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { CommandFailure } from '../../src/ipc/call';
import { locale } from '../../src/messages/locale.svelte';
import { toast } from '../../src/shared/toasts.svelte';
import Kit from '../../kit/Kit.svelte';
import { accessible, stand } from './stand';

afterEach(() => {
  vi.useRealTimers();
  locale.choose('');
});

function kit(action: () => Promise<unknown> = async () => undefined) {
  stand(Kit, { action });
}

const born = () => page.getByLabelText('Born', { exact: true });
const wire = () => page.getByLabelText('Wire');

test('every part reads well for axe, large for touch too', async () => {
  kit();
  await expect.element(page.getByRole('heading', { name: 'The kit' })).toBeVisible();
  await accessible();
  document.documentElement.dataset.density = 'touch';
  await accessible();
  const heights = [...document.querySelectorAll('button, select')].map(
    (part) => part.getBoundingClientRect().height,
  );
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(24);
  delete document.documentElement.dataset.density;
});

test('a second click while the first is under way does nothing', async () => {
  let finish = () => {};
  const action = vi.fn(() => new Promise<void>((resolve) => (finish = resolve)));
  kit(action);
  const button = page.getByRole('button', { name: 'Act' });
  await button.click();
  await expect.element(button).toHaveAttribute('aria-busy', 'true');
  (button.element() as HTMLElement).click();
  expect(action).toHaveBeenCalledTimes(1);
  finish();
  await expect.element(button).toHaveAttribute('aria-busy', 'false');
  await expect.element(button).toHaveFocus();
});

test('a refusal without a place of its own is said in a toast', async () => {
  kit(() => Promise.reject(new CommandFailure({ code: 'disk_full' })));
  await page.getByRole('button', { name: 'Act' }).click();
  await expect.element(page.getByRole('alert').filter({ hasText: 'The disk is full.' })).toBeInTheDocument();
});

test('a field speaks its hint and its problem', async () => {
  kit();
  await expect
    .element(page.getByLabelText('Name', { exact: true }))
    .toHaveAccessibleDescription('Please fill this in. As on paper.');
});

test('a text area grows with what is written', async () => {
  kit();
  const area = page.getByLabelText('Notes');
  const before = area.element().clientHeight;
  await area.fill('one\ntwo\nthree\nfour\nfive\nsix');
  expect(area.element().clientHeight).toBeGreaterThan(before);
  expect(area.element().scrollHeight).toBe(area.element().clientHeight);
});

test('a date is typed in the order of the locale and kept as ISO', async () => {
  locale.choose('en-GB');
  kit();
  await born().fill('3/4/1964');
  await expect.element(wire()).toHaveTextContent('1964-04-03');
  await userEvent.keyboard('{Tab}');
  await expect.element(born()).toHaveValue('3 April 1964');
});

test('what is no date stays as it was typed', async () => {
  kit();
  await born().fill('spring of 64');
  await userEvent.keyboard('{Tab}');
  await expect.element(born()).toHaveValue('spring of 64');
  await expect.element(wire()).toHaveTextContent('spring of 64');
});

test('a date is picked from the calendar by keyboard', async () => {
  locale.choose('en-CA');
  kit();
  await born().fill('1964-03-03');
  await page.getByRole('button', { name: 'Choose from a calendar' }).first().click();
  await expect.element(page.getByRole('gridcell', { selected: true })).toBeVisible();
  await accessible();
  (page.getByRole('gridcell', { selected: true }).element().firstElementChild as HTMLElement).focus();
  await userEvent.keyboard('{ArrowDown}{Enter}');
  await expect.element(wire()).toHaveTextContent('1964-03-10');
  await expect.element(born()).toHaveValue('March 10, 1964');
});

test('a dialog takes the focus to its first field and gives it back', async () => {
  kit();
  const opener = page.getByRole('button', { name: 'Open dialog' });
  await opener.click();
  await expect.element(page.getByLabelText('Inside')).toHaveFocus();
  await accessible();
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  await expect.element(opener).toHaveFocus();
});

test('what was done is said politely and taken back by Ctrl+Z, but not while typing', async () => {
  kit();
  const undo = vi.fn(async () => undefined);
  toast('Moved to 10:30', undo);
  await expect.element(page.getByRole('status').filter({ hasText: 'Moved to 10:30' })).toBeInTheDocument();
  await accessible();
  await page.getByLabelText('Notes').click();
  await userEvent.keyboard('a{Control>}z{/Control}');
  expect(undo).not.toHaveBeenCalled();
  await page.getByRole('button', { name: 'Act' }).click();
  await userEvent.keyboard('{Control>}z{/Control}');
  expect(undo).toHaveBeenCalledTimes(1);
  await expect.element(page.getByRole('button', { name: 'Undo' })).not.toBeInTheDocument();
});

test('a toast stands for ten seconds, and as long as it is held', async () => {
  kit();
  vi.useFakeTimers();
  toast('Moved to 10:30', async () => undefined);
  await vi.advanceTimersByTimeAsync(9_900);
  const undo = () =>
    [...document.querySelectorAll('button')].find((button) => button.textContent?.startsWith('Undo'));
  undo()?.focus();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(undo()).toBeDefined();
  undo()?.blur();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(undo()).toBeUndefined();
});
