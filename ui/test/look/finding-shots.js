// Lists of clients: sorted, filtered, saved, with nobody in them, nearly found, and hidden from a queue.

const ready = (page) => page.getByRole('option').first().waitFor();

async function panel(page) {
  await ready(page);
  await page.getByRole('button', { name: /^Filter/ }).click();
  await page.waitForTimeout(200);
}

async function filtered(page) {
  await panel(page);
  await page.getByRole('checkbox', { name: 'Active', exact: true }).click();
  await page.getByRole('checkbox', { name: 'Qigong' }).click();
  await page.getByRole('radio', { name: '18 or more' }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Number' }).click();
  await page.waitForTimeout(200);
}

async function lists(page) {
  await filtered(page);
  await page.getByRole('button', { name: 'Lists', exact: true }).click();
  await page.waitForTimeout(200);
}

async function saving(page) {
  await lists(page);
  await page.getByRole('menuitem', { name: /Save as/ }).click();
  await page.getByLabel('Name of the list').fill('evening group');
  await page.getByRole('button', { name: 'Save list' }).click();
  await page.waitForTimeout(300);
}

async function nobody(page) {
  await panel(page);
  await page.getByRole('checkbox', { name: 'Deceased' }).click();
  await page.keyboard.press('Escape');
  await page.waitForTimeout(200);
}

async function typed(page) {
  await ready(page);
  await page.getByRole('combobox').first().fill('bakcman');
  await page.waitForTimeout(300);
}

async function onlyNear(page) {
  await ready(page);
  await page.getByRole('combobox').first().fill('hansne');
  await page.waitForTimeout(300);
}

async function hiddenInPalette(page) {
  await page.getByText('Type until one is left').waitFor();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('a');
  await page.waitForTimeout(300);
}

async function choosing(page) {
  await ready(page);
  await page.getByRole('button', { name: 'Choose' }).click();
  await page.waitForTimeout(200);
}

async function chosen(page) {
  await ready(page);
  const rows = page.getByRole('option');
  await rows.nth(0).click({ modifiers: ['Control'] });
  await rows.nth(4).click({ modifiers: ['Shift'] });
  await rows.nth(6).click();
  await page.waitForTimeout(200);
}

async function tagging(page) {
  await chosen(page);
  await page.getByRole('button', { name: 'Add a tag…' }).click();
  await page.getByLabel('Tag', { exact: true }).press('ArrowDown');
  await page.waitForTimeout(200);
}

async function tagged(page) {
  await chosen(page);
  await page.getByRole('button', { name: 'Status' }).click();
  await page.getByRole('menuitem', { name: /Inactive/ }).click();
  await page.waitForTimeout(300);
}

const shot = (name, scene, act, more = {}) => ({
  name: `finding-${name}`,
  page: 'index.html#/clients',
  scene: `finding-${scene}`,
  act,
  ...more,
});
const light = { themes: ['light'] };

export const findingShots = [
  shot('list', 'listed', ready),
  shot('panel', 'listed', panel),
  shot('filtered', 'listed', filtered),
  shot('lists', 'listed', lists, light),
  shot('saving', 'listed', saving, light),
  shot('nobody', 'listed', nobody, light),
  shot('near', 'near', typed),
  shot('only-near', 'near', onlyNear, light),
  shot('secure-palette', 'secure', hiddenInPalette, light),
  shot('secure', 'secure', (page) => page.getByText('Type until one is left').waitFor(), light),
  shot('panel-200', 'large', panel, light),
  shot('choosing', 'listed', choosing),
  shot('chosen', 'listed', chosen),
  shot('tagging', 'listed', tagging, light),
  shot('tagged', 'listed', tagged, light),
  shot('chosen-200', 'large', chosen, light),
  shot('chosen-narrow', 'listed', chosen, { ...light, size: { width: 700, height: 900 } }),
  shot('narrow', 'listed', filtered, { ...light, size: { width: 700, height: 900 } }),
];
