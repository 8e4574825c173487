// Erasing a record: what would happen, who asked, the letter, and the question at the end.

const stands = (page) => page.getByRole('group', { name: 'Who asked for it' }).waitFor();

async function dated(page) {
  await stands(page);
  await page.getByLabel('Day on which they asked').fill('2026-05-04');
  await page.keyboard.press('Tab');
}

async function drawn(page) {
  await dated(page);
  await page.locator('canvas').first().waitFor();
  await page.waitForTimeout(300);
}

async function lower(page) {
  await drawn(page);
  await page.getByLabel('To', { exact: true }).scrollIntoViewIfNeeded();
  await page.waitForTimeout(200);
}

async function asked(page) {
  await drawn(page);
  await page.getByRole('button', { name: 'Erase…' }).click();
  await page.waitForTimeout(300);
}

async function confirmed(page) {
  await asked(page);
  await page.getByRole('button', { name: /^Erase for good/ }).click();
  await page.waitForTimeout(400);
}

async function wrong(page) {
  await stands(page);
  await page.getByRole('button', { name: 'Save letter…' }).click();
  await page.waitForTimeout(300);
}

async function unfolded(page) {
  await stands(page);
  await page.getByText('Write a letter all the same').click();
  await page.locator('canvas').first().waitFor();
  await page.waitForTimeout(300);
}

const shot = (name, scene, act, more = {}) => ({
  name: `erasure-${name}`,
  page: 'index.html#/clients/erase/client-1',
  scene: `erasure-${scene}`,
  act,
  ...more,
});
const light = { themes: ['light'] };
const narrow = { ...light, size: { width: 760, height: 1000 } };

export const erasureShots = [
  shot('part', 'part', drawn),
  shot('part-begun', 'part', stands, light),
  shot('part-lower', 'part', lower, light),
  shot('part-narrow', 'part', drawn, narrow),
  shot('part-tall', 'part', drawn, { ...light, size: { width: 1600, height: 1500 } }),
  shot('whole', 'whole', stands),
  shot('whole-letter', 'whole', unfolded, light),
  shot('empty', 'empty', stands, light),
  shot('held', 'held', drawn),
  shot('hindered', 'hindered', stands),
  shot('ruleless', 'ruleless', (page) => page.getByText('No rule says').waitFor(), light),
  shot('kept', 'kept', drawn, light),
  shot('wrong', 'part', wrong, light),
  shot('dialog', 'part', asked),
  shot('dialog-whole', 'whole', async (page) => {
    await stands(page);
    await page.getByRole('radio', { name: 'The client', exact: true }).check({ force: true });
    await asked(page);
  }),
  shot('proof', 'proof', confirmed, light),
  shot('stale', 'stale', confirmed, light),
  shot('desk', 'desk', (page) => page.getByText('Only an owner').first().waitFor(), light),
  shot('long', 'long', stands, light),
  shot('long-dialog', 'long', asked, light),
  shot('chinese', 'chinese', stands, light),
  shot('200', 'large', stands, light),
  shot('200-dialog', 'large', asked, light),
  shot('200-held', 'held-large', stands, light),
  shot('forced', 'part', drawn, { forced: true }),
];
