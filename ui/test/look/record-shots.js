// The wide record to look at: read in the rail, written in every part, suggested to, and refused.

const ready = (page) => page.getByRole('list', { name: 'Timeline' }).waitFor();

async function form(page) {
  await ready(page);
  await page.getByRole('tab', { name: /Details/ }).click();
  await page.getByLabel('Preferred name').waitFor();
}

const scrolled = (text) => async (page) => {
  await form(page);
  await page.getByRole('heading', { name: text, exact: true, level: 2 }).first().scrollIntoViewIfNeeded();
  await page.evaluate((title) => {
    const heads = [...document.querySelectorAll('form h2')];
    heads.find((head) => head.textContent.trim() === title)?.scrollIntoView({ block: 'start' });
  }, text);
  await page.waitForTimeout(200);
};

async function suggested(page) {
  await scrolled('In the practice')(page);
  await page.getByPlaceholder('Add a tag').fill('f');
  await page.waitForTimeout(200);
}

async function language(page) {
  await scrolled('Contact')(page);
  await page.getByRole('button', { name: 'Add an address' }).scrollIntoViewIfNeeded();
  const box = page.getByRole('combobox', { name: 'Language' });
  await box.click();
  await box.fill('port');
  await page.waitForTimeout(200);
}

async function linking(page) {
  await scrolled('People around them')(page);
  await page.getByRole('button', { name: 'They are a client here' }).first().click();
  await page.waitForTimeout(200);
}

async function refused(page) {
  await form(page);
  await page.getByLabel('Preferred name').fill('Meg');
  await page.getByRole('button', { name: /Save changes/ }).click();
  await page.waitForTimeout(400);
}

async function refusedBelow(page) {
  await refused(page);
  await page.evaluate(() => {
    const heads = [...document.querySelectorAll('form h2')];
    heads
      .find((head) => head.textContent.trim() === 'People around them')
      ?.scrollIntoView({ block: 'start' });
  });
}

const settings = async (page) => {
  await page.getByRole('button', { name: 'Add a field…' }).scrollIntoViewIfNeeded();
  await page.evaluate(() => {
    const heads = [...document.querySelectorAll('legend')];
    heads.find((head) => head.textContent === 'Custom fields')?.scrollIntoView({ block: 'start' });
  });
  await page.waitForTimeout(200);
};

async function adding(page) {
  await settings(page);
  await page.getByRole('button', { name: 'Add a field…' }).click();
  await page.getByLabel('What is answered').selectOption('One of some words');
  await page.waitForTimeout(200);
}

const shot = (name, scene, act, more = {}) => ({
  name: `record-${name}`,
  page: 'index.html#/client/client-1',
  scene,
  act,
  ...more,
});
const light = { themes: ['light'] };

export const recordShots = [
  shot('rail', 'record-whole', ready),
  shot('rail-tall', 'record-whole', ready, { ...light, size: { width: 1280, height: 1500 } }),
  shot('child', 'record-child', ready, light),
  shot('died', 'record-died', ready, light),
  shot('long', 'record-long', ready, { ...light, size: { width: 1280, height: 1500 } }),
  shot('name', 'record-whole', form),
  shot('contact', 'record-whole', scrolled('Contact')),
  shot('people', 'record-whole', scrolled('People around them')),
  shot('care', 'record-whole', scrolled('Care elsewhere'), light),
  shot('linking', 'record-whole', linking, light),
  shot('suggested', 'record-whole', suggested, light),
  shot('language', 'record-whole', language, light),
  shot('long-form', 'record-long', scrolled('People around them'), light),
  shot('refused', 'record-refused', refused, light),
  shot('refused-below', 'record-refused', refusedBelow, light),
  shot('pinned', 'record-pinned', ready),
  shot('pinned-narrow', 'record-pinned', ready, { ...light, size: { width: 700, height: 900 } }),
  shot('custom', 'record-custom', scrolled('Also asked here')),
  shot('custom-rail', 'record-custom', ready, { ...light, size: { width: 1280, height: 1500 } }),
  shot('custom-settings', 'record-custom', settings, { page: 'index.html#/settings' }),
  shot('custom-adding', 'record-custom', adding, { ...light, page: 'index.html#/settings' }),
  shot('narrow', 'record-whole', scrolled('Contact'), { ...light, size: { width: 700, height: 900 } }),
];
