// A health history to look at: beside the timeline, read, written, as it was, and asked about.

const ready = (page) => page.getByRole('list', { name: 'Timeline' }).waitFor();

async function tab(page) {
  await ready(page);
  await page.getByRole('tab', { name: /Health history/ }).click();
  await page.waitForTimeout(300);
}

async function form(page) {
  await tab(page);
  await page
    .getByRole('button', { name: /^(Change|Take the history)$/ })
    .last()
    .click();
  await page.getByRole('form', { name: /Health history of/ }).waitFor();
}

const scrolled = (text) => async (page) => {
  await form(page);
  await page.getByRole('heading', { name: text, exact: true }).scrollIntoViewIfNeeded();
  await page.waitForTimeout(200);
};

async function refused(page) {
  await form(page);
  const line = page.getByRole('group', { name: 'Condition 1' });
  await line.getByLabel('Condition').fill('Asthma');
  await line.getByLabel('Note').fill('mild');
  await line.getByLabel('Since').fill('last spring');
  await line.getByLabel('Condition').fill('');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.waitForTimeout(500);
}

async function earlier(page) {
  await tab(page);
  await page.getByRole('button', { name: 'As it was on…' }).click();
  await page.getByRole('dialog').waitFor();
}

async function asItWas(page) {
  await earlier(page);
  await page.getByRole('button', { name: /November 3, 2025|3 November 2025/ }).click();
  await page
    .getByText(/As it was at the end of/)
    .first()
    .waitFor();
}

const shot = (name, scene, act, more = {}) => ({
  name: `health-${name}`,
  page: 'index.html#/client/client-1',
  scene,
  act,
  ...more,
});
const light = { themes: ['light'] };

export const healthShots = [
  shot('overview', 'health', ready),
  shot('overview-untold', 'healthUntold', ready, light),
  shot('overview-overdue', 'healthOverdue', ready, light),
  shot('read', 'health', tab),
  shot('untold', 'healthUntold', tab, light),
  shot('overdue', 'healthOverdue', tab, light),
  shot('long', 'healthLong', tab, light),
  shot('large', 'healthLarge', tab, light),
  shot('narrow', 'health', tab, { ...light, size: { width: 700, height: 900 } }),
  shot('broken', 'healthBroken', tab, light),
  shot('form', 'health', form),
  shot('form-lists', 'health', scrolled('Medicines')),
  shot('form-end', 'health', scrolled('Anything else'), light),
  shot('form-untold', 'healthUntold', form, light),
  shot('form-untold-lists', 'healthUntold', scrolled('Medicines'), light),
  shot('form-large', 'healthLarge', scrolled('Allergies'), light),
  shot('form-touch', 'healthTouch', scrolled('Allergies'), light),
  shot('form-narrow', 'health', scrolled('Medicines'), { ...light, size: { width: 700, height: 900 } }),
  shot('form-refused', 'healthUntold', refused, light),
  shot('earlier', 'health', earlier, light),
  shot('as-it-was', 'health', asItWas, light),
];
