// Who is here twice: the report, the comparison in each of its states, the one record, and two again.

const pairs = (page) => page.getByRole('list', { name: 'Likely twins' }).waitFor();
const sides = (page) => page.getByRole('group', { name: 'Whose number is kept' }).waitFor();

async function lower(page) {
  await sides(page);
  await page.getByRole('region', { name: 'Health history' }).scrollIntoViewIfNeeded();
  await page.evaluate(() => document.querySelector('section h2')?.scrollIntoView({ block: 'start' }));
  await page.waitForTimeout(200);
}

async function refused(page) {
  await sides(page);
  await page.getByRole('button', { name: 'Make one record' }).click();
  await page.waitForTimeout(300);
}

async function unfolded(page) {
  await sides(page);
  await page.getByText('Said in one of them only').click();
  await page.getByText('Said in one of them only').evaluate((at) => at.scrollIntoView({ block: 'start' }));
  await page.waitForTimeout(200);
}

async function earlier(page) {
  await page.getByRole('tab', { name: 'Health history' }).click();
  await page.getByRole('button', { name: /As it was on/ }).click();
  await page.getByRole('button', { name: 'May 4, 2026' }).click();
  await page.waitForTimeout(300);
}

async function merged(page) {
  await sides(page);
  await page.getByRole('button', { name: 'Make one record' }).click();
  await page.getByRole('list', { name: 'Timeline' }).waitFor();
  await page.waitForTimeout(300);
}

async function parting(page) {
  await merged(page);
  await page.getByRole('button', { name: 'Make two records again' }).click();
  await page.waitForTimeout(300);
}

const shot = (name, at, scene, act, more = {}) => ({
  name: `merging-${name}`,
  page: `index.html#/clients/${at}`,
  scene: `merging-${scene}`,
  act,
  ...more,
});
const light = { themes: ['light'] };
const both = 'merge/client-1/client-3';

export const mergingShots = [
  shot('report', 'twins', 'report', pairs),
  shot(
    'apart',
    'twins',
    'report',
    async (page) => {
      await pairs(page);
      await page.getByText('kept as two people').click();
      await page.waitForTimeout(200);
    },
    light,
  ),
  shot('none', 'twins', 'none', (page) => page.getByRole('heading', { level: 2 }).waitFor(), light),
  shot('secure', 'twins', 'secure', (page) => page.getByText('secure search').first().waitFor(), light),
  shot('report-200', 'twins', 'report-large', pairs, light),
  shot('report-narrow', 'twins', 'report', pairs, { ...light, size: { width: 700, height: 900 } }),
  shot('find', 'merge/client-1', 'compare', (page) => page.getByRole('combobox').waitFor(), light),
  shot('compare', both, 'compare', sides),
  shot('compare-lower', both, 'compare', lower),
  shot('desk', both, 'desk', sides, light),
  shot('typing', both, 'typing', sides, light),
  shot('compare-200', both, 'large', sides, light),
  shot('compare-narrow', both, 'compare', sides, { ...light, size: { width: 700, height: 900 } }),
  shot('wrong', both, 'wrong', refused),
  shot('stale', both, 'stale', refused, light),
  shot('unfolded', both, 'wrong', unfolded, light),
  {
    ...shot('hindered', '', 'hindered', (page) => page.getByRole('list', { name: 'Timeline' }).waitFor()),
    page: 'index.html#/client/client-1',
  },
  { ...shot('earlier', '', 'earlier', earlier, light), page: 'index.html#/client/client-1' },
  shot('merged', both, 'compare', merged, light),
  shot('parting', both, 'compare', parting, light),
];
