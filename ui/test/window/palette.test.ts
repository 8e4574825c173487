import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import App from '../../src/main/App.svelte';
import type { FoundClients } from '../../src/ipc/bindings';
import { backPain, person } from '../what-is-typed';
import { clients, machine, open, settings } from '../willow-lane';
import { accessible, core, stand } from './stand';
import { openAt, withMargaret } from './working';

const selected = () => page.getByRole('option', { selected: true });
const dialog = () => page.getByRole('dialog', { name: 'Find anything' });

async function opened(answers = open()) {
  const fake = core(answers);
  history.replaceState(null, '', '#/about');
  stand(App, {});
  await expect.element(page.getByRole('heading', { name: 'About Hegu' })).toBeVisible();
  await userEvent.keyboard('{Control>}k{/Control}');
  await expect.element(selected()).toBeVisible();
  return fake;
}

test('before anything is typed it offers the people seen last and what can be done', async () => {
  await opened();
  await expect.element(page.getByRole('group', { name: 'Clients' })).toHaveTextContent('Margaret Oyelaran');
  await expect.element(page.getByRole('option', { name: 'Lock now' })).toHaveTextContent('CtrlL');
  await accessible();
});

test('people, sheets, points and actions are found by part of a word, underlined, and opened by Enter', async () => {
  await opened();
  await userEvent.keyboard('back');
  await expect.element(page.getByRole('option', { name: /Ella Backström/ })).toBeVisible();
  const marked = [...document.querySelectorAll('mark')].map((mark) => mark.textContent);
  expect(marked).toEqual(['Back', 'Back', 'Back', 'Back', 'Back', 'back']);
  await accessible();
  await userEvent.keyboard('{ArrowDown}');
  await expect.element(selected()).toHaveTextContent('Ella Backström');
  await userEvent.keyboard('{Enter}');
  await expect.element(dialog()).not.toBeInTheDocument();
  expect(location.hash).toBe('#/client/c301');
});

test('the arrows go round, and the field always names the chosen row', async () => {
  await opened();
  await userEvent.keyboard('back{ArrowUp}');
  await expect.element(selected()).toHaveTextContent('Go back');
  const field = page.getByRole('combobox').element();
  expect(field.getAttribute('aria-activedescendant')).toBe(selected().element().id);
});

test('an old answer that arrives late does not replace the new one', async () => {
  const late: ((found: FoundClients) => void)[] = [];
  const [margaret, jonas] = clients;
  const fake = await opened(
    open({
      clientsFind: ({ text }) =>
        text === 'ma'
          ? new Promise<FoundClients>((resolve) => late.push(resolve))
          : { rows: jonas ? [jonas] : [], total: 1, near: 0 },
    }),
  );
  await page.getByRole('combobox').fill('ma');
  await expect.poll(() => late.length).toBe(1);
  await page.getByRole('combobox').fill('jonas');
  await expect.element(page.getByRole('option', { name: /Jonas/ })).toBeVisible();
  late[0]?.({ rows: margaret ? [margaret] : [], total: 1, near: 0 });
  await expect.poll(() => fake.inputs('clientsFind').length).toBe(2);
  await expect.element(page.getByRole('option', { name: /Margaret/ })).not.toBeInTheDocument();
});

test('a hit by phone shows the phone', async () => {
  await opened(open({ clientsFind: () => ({ rows: clients.slice(0, 1), total: 1, near: 0 }) }));
  await userEvent.keyboard('0138');
  await expect.element(page.getByRole('option', { name: /250-555-0138/ })).toBeVisible();
});

test('nothing found is said, and Esc leaves everything as it was', async () => {
  await opened(open({ clientsFind: () => ({ rows: [], total: 0, near: 0 }) }));
  await userEvent.keyboard('zzz');
  await expect.element(page.getByText('Nothing found for “zzz”.')).toBeVisible();
  await accessible();
  await userEvent.keyboard('{Escape}');
  await expect.element(dialog()).not.toBeInTheDocument();
  expect(location.hash).toBe('#/about');
});

test('what else can be done with a person is one arrow away, and one back', async () => {
  await opened();
  await userEvent.keyboard('marg');
  await expect.element(page.getByRole('option', { name: /Margaret/ })).toBeVisible();
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(page.getByRole('option', { name: 'Give a sheet' })).toBeVisible();
  await expect.element(page.getByRole('option', { name: 'Copy phone' })).toBeVisible();
  await expect.element(selected()).toHaveTextContent('Open');
  await accessible();
  await userEvent.keyboard('{Escape}');
  await expect.element(selected()).toHaveTextContent('Margaret Oyelaran');
  await userEvent.keyboard('{ArrowRight}{Enter}');
  await expect.poll(() => location.hash).toBe('#/client/c417');
});

test('the look is changed from here too, and only to what it is not already', async () => {
  const fake = await opened();
  await expect.element(page.getByRole('option', { name: 'Compact controls' })).not.toBeInTheDocument();
  await userEvent.keyboard('large con{Enter}');
  await expect.poll(() => fake.inputs('settingsChangeMachine').at(-1)?.density).toBe('touch');
  expect(document.documentElement.dataset.density).toBe('touch');
  delete document.documentElement.dataset.density;
});

test('a point is found by what another system calls it, says so, and opens on its page', async () => {
  await opened();
  await userEvent.keyboard('ub17');
  const point = page.getByRole('option', { name: /BL17/ });
  await expect.element(point).toHaveTextContent(/膈俞.*ub17/i);
  await accessible();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => location.hash).toBe('#/points/BL17');
});

test('a new note asks about whom, and the keyboard alone gets there from anywhere', async () => {
  const { practice, id } = withMargaret();
  practice.register({ ...person, given_name: 'Tomás', family_name: 'Rivera' });
  openAt('#/about', practice);
  await expect.element(page.getByRole('heading', { name: 'About Hegu' })).toBeVisible();
  await userEvent.keyboard('{Control>}k{/Control}');
  await expect.element(selected()).toBeVisible();
  await userEvent.keyboard('new note');
  await expect.element(selected()).toHaveTextContent('New note');
  await userEvent.keyboard('{Enter}');
  const field = page.getByRole('combobox', { name: 'New note: about which client?' });
  await expect.element(field).toHaveFocus();
  await expect.element(selected()).toHaveTextContent('Tomás Rivera');
  await accessible();
  await userEvent.keyboard('oyel');
  await expect.element(selected()).toHaveTextContent('Margaret Oyelaran');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('form', { name: 'Note for Margaret Oyelaran' })).toBeVisible();
  expect([...practice.drafts.values()]).toMatchObject([{ kind: 'note', subject: id }]);
});

test('Enter right after typing is meant for what was typed, not for what stood there before', async () => {
  let late: (found: FoundClients) => void = () => undefined;
  await opened(open({ clientsFind: () => new Promise<FoundClients>((resolve) => (late = resolve)) }));
  await userEvent.keyboard('jonas{Enter}');
  await expect.element(dialog()).toBeVisible();
  late({ rows: clients.slice(1, 2), total: 1, near: 0 });
  await expect.poll(() => location.hash).toBe('#/client/c233');
});

test('a question is taken back by Esc, or by Backspace before anything is typed', async () => {
  await opened();
  for (const back of ['{Escape}', '{Backspace}']) {
    await userEvent.keyboard('new note{Enter}');
    await expect.element(page.getByRole('combobox', { name: /^New note/ })).toHaveFocus();
    await userEvent.keyboard(back);
    await expect.element(page.getByRole('combobox', { name: /^A client, a point/ })).toHaveValue('');
  }
  await expect.element(page.getByRole('option', { name: 'Lock now' })).toBeVisible();
});

async function inTheLibrary(hash: string) {
  const { practice } = withMargaret();
  practice.keep(backPain);
  openAt(hash, practice);
  await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
  await userEvent.keyboard('{Control>}k{/Control}');
  await expect.element(selected()).toBeVisible();
  await userEvent.keyboard('give a sheet{Enter}');
}

test('a sheet is given in the same way, and somebody new is registered first', async () => {
  await inTheLibrary('#/about');
  await expect.element(page.getByRole('combobox', { name: /^Give a sheet/ })).toHaveFocus();
  await userEvent.keyboard('nobody');
  await expect.element(selected()).toHaveTextContent(/New client\s*nobody/);
  await page.getByRole('combobox').fill('marg');
  await expect.element(selected()).toHaveTextContent('Margaret Oyelaran');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('combobox', { name: 'Give to' })).toHaveValue('Margaret Oyelaran');
});

test('where sheets are given, the screen itself is asked to whom', async () => {
  await inTheLibrary('#/handouts');
  await expect.element(page.getByRole('combobox', { name: 'Give to' })).toHaveFocus();
});

test('single keys ask too, where they are switched on', async () => {
  const { practice } = withMargaret();
  openAt('#/about', practice, {
    settingsRead: () => ({ ...settings, machine: { ...machine, single_keys: true } }),
  });
  await expect.element(page.getByRole('heading', { name: 'About Hegu' })).toBeVisible();
  await userEvent.keyboard('t');
  await expect.element(page.getByRole('combobox', { name: /^New note/ })).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  await userEvent.keyboard('h');
  await expect.element(page.getByRole('combobox', { name: /^Give a sheet/ })).toHaveFocus();
});
