// How long records are kept: the rules, their form in each of its states, and the card of a record.

async function rules(page) {
  await page.getByRole('heading', { name: 'How long records are kept' }).waitFor();
  await page.waitForTimeout(200);
  await page.evaluate(() => {
    const heads = [...document.querySelectorAll('section h2')];
    heads
      .find((head) => head.textContent === 'How long records are kept')
      ?.closest('section')
      ?.scrollIntoView({ block: 'start' });
  });
  await page.waitForTimeout(200);
}

async function editing(page) {
  await rules(page);
  await page.getByRole('button', { name: 'What to do with the rule Texas' }).click();
  await page.getByRole('menuitem', { name: 'Edit…' }).click();
  await page.getByRole('dialog').waitFor();
}

async function wrong(page) {
  await editing(page);
  await page.getByLabel('Name', { exact: true }).fill('');
  await page.getByLabel('Kept for').fill('some');
  await page.getByLabel('At least until the age of').fill('');
  await save(page);
}

async function save(page) {
  await page.getByRole('button', { name: 'Save rule' }).click();
  await page.waitForTimeout(300);
}

async function card(page) {
  await page.getByRole('list', { name: 'Timeline' }).waitFor();
  await page.getByRole('heading', { name: 'Keeping the record' }).scrollIntoViewIfNeeded();
  await page.evaluate(() => document.querySelector('aside.rail')?.scrollTo(0, 10000));
  await page.waitForTimeout(200);
}

async function holding(page) {
  await card(page);
  await page.getByRole('button', { name: 'Hold this record…' }).click();
  await page.getByRole('button', { name: 'Hold record' }).click();
  await page.waitForTimeout(300);
}

const shot = (name, scene, act, more = {}) => ({
  name: `retention-${name}`,
  page: 'index.html#/settings',
  scene: `retention-${scene}`,
  act,
  ...more,
});
const light = { themes: ['light'] };
const record = { page: 'index.html#/client/client-1' };

export const retentionShots = [
  shot('rules', 'rules', rules),
  shot('none', 'none', rules, light),
  shot('desk', 'desk', rules, light),
  shot('failed', 'failed', rules, light),
  shot('rules-200', 'large', rules, light),
  shot('rules-narrow', 'rules', rules, { ...light, size: { width: 700, height: 900 } }),
  shot('rules-forced', 'rules', rules, { ...light, forced: true }),
  shot('editing', 'rules', editing),
  shot('wrong', 'rules', wrong, light),
  shot(
    'stale',
    'stale',
    async (page) => {
      await editing(page);
      await save(page);
    },
    light,
  ),
  shot('until', 'until', card, { ...record, ...light }),
  shot('age', 'age', card, { ...record, ...light }),
  shot('unruled', 'none', card, { ...record, ...light }),
  shot('held', 'held', card, record),
  shot('held-200', 'held-large', card, { ...record, ...light }),
  shot('holding', 'until', holding, { ...record, ...light }),
];
