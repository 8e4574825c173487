// Records that nobody works with: each list, the record itself, and who stays in use.

const list = (name) => (page) => page.getByRole('list', { name, exact: true }).waitFor();
const heading = (name) => (page) => page.getByRole('heading', { name }).waitFor();
const pause = (page) => page.waitForTimeout(250);

const shot = (name, at, scene, act, more = {}) => ({
  name: `archive-${name}`,
  page: `index.html#/${at}`,
  scene: `archive-${scene}`,
  act,
  ...more,
});
const light = { themes: ['light'] };
const narrow = { ...light, size: { width: 700, height: 900 } };
const lying = 'clients/archive';

async function beside(page, name) {
  await page.getByRole('complementary').getByRole('button', { name, exact: true }).click();
  await pause(page);
}

export const archiveShots = [
  shot('list', lying, 'laid', list('Archived')),
  shot('list-200', lying, 'large', list('Archived'), light),
  shot('list-narrow', lying, 'laid', list('Archived'), narrow),
  shot('many', lying, 'many', list('Archived'), light),
  shot('desk', lying, 'desk', list('Archived'), light),
  shot('trash', `${lying}/trash`, 'laid', list('Trash'), light),
  shot('kept', `${lying}/kept`, 'laid', list('Kept by law'), light),
  shot('due', `${lying}/due`, 'laid', list('Records whose time is over')),
  shot('due-200', `${lying}/due`, 'large', list('Records whose time is over'), light),
  shot('no-rule', `${lying}/due`, 'none', heading('No rule is chosen')),
  shot('none-due', `${lying}/due`, 'none-due', heading(/time is over/), light),
  shot('none', lying, 'none', heading('Nothing is archived'), light),
  shot('failed', lying, 'failed', (page) => page.getByRole('alert').first().waitFor(), light),
  shot('secure', lying, 'secure', (page) => page.getByText('secure search').first().waitFor(), light),
  shot('take-up', `${lying}/kept`, 'laid', async (page) => {
    await page.getByRole('button', { name: /^Take up again/ }).click();
    await pause(page);
  }),
  shot(
    'toast',
    lying,
    'laid',
    async (page) => {
      await page.getByRole('button', { name: /^Take out: Jonas/ }).click();
      await pause(page);
    },
    light,
  ),
  shot('record', 'client/client-3', 'laid', (page) => page.getByText(/^Archived on/).waitFor()),
  shot('record-200', 'client/client-3', 'large', (page) => page.getByText(/^Archived on/).waitFor(), light),
  shot(
    'record-trash',
    'client/client-11',
    'laid',
    (page) => page.getByText(/^In the trash/).waitFor(),
    light,
  ),
  shot('record-kept', 'client/client-15', 'laid', (page) => page.getByText(/^Kept for/).waitFor(), light),
  shot(
    'card',
    'client/client-1',
    'laid',
    async (page) => {
      await page.getByRole('link', { name: 'Erase record…' }).scrollIntoViewIfNeeded();
      await pause(page);
    },
    light,
  ),
  shot('in-use', 'client/client-1', 'in-use', (page) => beside(page, 'Archive')),
  shot('written', 'client/client-1', 'written', (page) => beside(page, 'Move to trash'), light),
  shot('clients', 'clients', 'laid', (page) => page.getByRole('option').first().waitFor(), light),
  shot(
    'clients-200',
    'clients',
    'large',
    async (page) => {
      await page.getByRole('combobox').fill('back');
      await page.getByRole('option', { name: /Jonas/ }).waitFor();
      await pause(page);
    },
    light,
  ),
  shot('found', 'clients', 'laid', async (page) => {
    await page.getByRole('combobox').fill('back');
    await page.getByRole('option', { name: /Jonas/ }).waitFor();
    await pause(page);
  }),
  shot(
    'chosen',
    'clients',
    'laid',
    async (page) => {
      await page.getByRole('combobox').fill('a');
      await page.getByRole('option', { name: /Jonas/ }).click({ modifiers: ['Control'] });
      await pause(page);
    },
    light,
  ),
  shot('palette', 'today', 'laid', async (page) => {
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('back');
    await page.getByRole('option', { name: /Jonas/ }).waitFor();
    await pause(page);
  }),
  shot(
    'twin',
    'clients/new',
    'laid',
    async (page) => {
      await page.getByLabel('Given name').fill('Jonas');
      await page.getByLabel('Family name').fill('Backman');
      await page.keyboard.press('Control+Enter');
      await pause(page);
    },
    light,
  ),
];
