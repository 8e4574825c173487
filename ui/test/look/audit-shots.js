// The audit to look at: busy, narrowed, empty, checked with every result, and on its way out.

const busy = (page) => page.getByText('read a note of').first().waitFor();

async function narrowed(page) {
  await busy(page);
  await page.getByLabel('What', { exact: true }).selectOption('refused');
  await page.getByText('Yesterday').waitFor({ state: 'detached' });
}

async function empty(page) {
  await busy(page);
  await page.getByLabel('What', { exact: true }).selectOption('people');
  await page.getByLabel('Who did it', { exact: true }).selectOption('Grace Tan');
  await page.getByText('Nothing fits').waitFor();
}

async function checked(page) {
  await busy(page);
  await page.getByRole('button', { name: 'Check every entry' }).click();
  await page.getByRole('region', { name: 'Result of the check' }).waitFor();
}

async function checking(page) {
  await busy(page);
  await page.getByRole('button', { name: 'Check every entry' }).click();
  await page.getByRole('progressbar').waitFor();
}

async function exporting(page) {
  await busy(page);
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('button', { name: 'Save as CSV' }).click();
  await page.getByLabel('Passphrase', { exact: true }).waitFor();
}

const shot = (name, scene = 'audit', act = busy, more = {}) => ({
  name: `audit-${name}`,
  page: 'index.html#/audit',
  scene,
  act,
  ...more,
});
const light = { themes: ['light'] };

export const auditShots = [
  shot('busy'),
  shot('opened', 'audit', busy, {
    ...light,
    page: 'index.html#/audit/opened/c417',
    act: (page) => page.getByText('Margaret').first().waitFor(),
  }),
  shot('narrowed', 'audit', narrowed, light),
  shot('empty', 'audit', empty, light),
  shot('whole', 'audit', checked),
  shot('broken', 'auditBroken', checked),
  shot('cut', 'auditCut', checked, light),
  shot('resigned', 'auditResigned', checked, light),
  shot('strange-key', 'auditStrangeKey', checked, light),
  shot('checking', 'auditSlow', checking, light),
  shot('proof', 'auditProof', exporting, light),
  shot('touch', 'auditTouch', checked, light),
  shot('large', 'auditLarge', busy, light),
  shot('narrow', 'audit', busy, { ...light, size: { width: 720, height: 860 } }),
  shot('forced', 'audit', checked, { ...light, forced: true }),
];
