// The files of a client: the tab in its states, what is looked at, details, and photos compared.

async function tab(page) {
  await page.getByRole('list', { name: 'Timeline' }).waitFor();
  await page.getByRole('tab', { name: /Files/ }).click();
  await page.waitForTimeout(900);
}

const opened = (name) => async (page) => {
  await tab(page);
  await page.getByRole('button', { name, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  const pages = dialog.locator('canvas').first();
  await (/pdf$|holiday/.test(name) ? pages.waitFor() : page.waitForTimeout(500));
};

async function adding(page) {
  await tab(page);
  await page.getByRole('button', { name: 'Add files…' }).click();
  await page.evaluate(() =>
    window.__TAURI_INTERNALS__.invoke('plugin:event|emit', {
      event: 'progress',
      payload: { done: 31_400_000, of: 96_400_000 },
    }),
  );
  await page.getByRole('progressbar').waitFor();
}

async function notAdded(page) {
  await tab(page);
  await page.getByRole('button', { name: 'Add files…' }).click();
  await page.getByText('4 files were not added').waitFor();
}

async function removed(page) {
  await tab(page);
  await page.getByText('Removed files (2)').click();
  await page
    .getByRole('button', { name: /^Restore/ })
    .first()
    .waitFor();
}

const details = (name) => async (page) => {
  await tab(page);
  await page.getByRole('button', { name: `What to do with ${name}` }).click();
  await page.getByRole('menuitem', { name: 'Details…' }).click();
  await page.getByRole('dialog').waitFor();
};

async function wrong(page) {
  await details('IMG_4471.HEIC')(page);
  await page.getByLabel('Name', { exact: true }).fill('');
  await page.getByRole('textbox', { name: 'Day it is of' }).fill('some day');
  await page.getByRole('combobox', { name: 'Tags' }).fill('A tag that is longer than any tag should ever be');
  await page.getByRole('button', { name: 'Save details' }).click();
  await page.waitForTimeout(300);
}

async function stale(page) {
  await details('Tongue before.jpg')(page);
  await page.getByLabel('Name', { exact: true }).fill('Tongue before treatment.jpg');
  await page.getByRole('button', { name: 'Save details' }).click();
  await page.getByText('Somebody else changed this file').waitFor();
}

async function suggested(page) {
  await details('IMG_4471.HEIC')(page);
  await page.getByRole('combobox', { name: 'Tags' }).click();
  await page.getByRole('option').first().waitFor();
}

async function saved(page) {
  await opened('Tongue after six weeks.jpg')(page);
  await page.getByRole('button', { name: 'Save a copy…' }).click();
  await page.getByText('Saved as').first().waitFor();
}

const compared = (tag) => async (page) => {
  await tab(page);
  await page.getByRole('button', { name: 'Compare photos' }).click();
  const dialog = page.getByRole('dialog');
  if (tag) await dialog.getByRole('radio', { name: tag }).check({ force: true });
  await dialog.getByRole('img').nth(1).waitFor();
  await page.waitForTimeout(300);
};

async function menu(page) {
  await tab(page);
  await page.getByRole('button', { name: 'What to do with Tongue before.jpg' }).click();
}

async function dropping(page) {
  await page.getByRole('list', { name: 'Timeline' }).waitFor();
  await page.evaluate(() =>
    window.__TAURI_INTERNALS__.invoke('plugin:event|emit', { event: 'file-hover', payload: 'other' }),
  );
  await page.getByText('Add to the record of').last().waitFor();
}

async function timeline(page) {
  await page.getByRole('list', { name: 'Timeline' }).waitFor();
  await page.getByRole('radio', { name: 'Files' }).check({ force: true });
  await page.waitForTimeout(300);
}

const shot = (name, scene, act, more = {}) => ({
  name: `files-${name}`,
  page: 'index.html#/client/client-1',
  scene: `files-${scene}`,
  act,
  ...more,
});
const light = { themes: ['light'] };
const narrow = { ...light, size: { width: 700, height: 900 } };

export const filesShots = [
  shot('none', 'none', tab),
  shot('many', 'many', tab, { size: { width: 1280, height: 1000 } }),
  shot('many-200', 'large', tab, light),
  shot('many-touch', 'touch', tab, light),
  shot('many-narrow', 'many', tab, narrow),
  shot('many-forced', 'many', tab, { ...light, forced: true }),
  shot('menu', 'many', menu, light),
  shot('tags', 'tags', tab, light),
  shot('read', 'read', tab, light),
  shot('failed', 'failed', tab, light),
  shot('adding', 'adding', adding),
  shot('not-added', 'not-added', notAdded),
  shot('removed', 'removed', removed, light),
  shot('dropping', 'many', dropping, light),
  shot('timeline', 'many', timeline, light),
  shot('picture', 'many', opened('Tongue after six weeks.jpg')),
  shot('picture-wide', 'many', opened('Back, standing.jpg'), light),
  shot('picture-saved', 'many', saved, light),
  shot('picture-200', 'large', opened('Tongue after six weeks.jpg'), light),
  shot('picture-narrow', 'many', opened('Tongue after six weeks.jpg'), narrow),
  shot('pdf', 'many', opened('MRI report lumbar spine.pdf')),
  ...['letters', 'chinese', 'scan', 'fax'].map((kind) =>
    shot(`pdf-${kind}`, kind, opened('MRI report lumbar spine.pdf'), light),
  ),
  shot('pdf-misnamed', 'misnamed', opened('holiday.jpg'), light),
  shot('heic', 'many', opened('IMG_4471.HEIC')),
  shot('heic-200', 'large', opened('IMG_4471.HEIC'), light),
  shot('details', 'many', suggested, light),
  shot('details-wrong', 'many', wrong),
  shot('details-stale', 'stale', stale, light),
  shot('compare', 'many', compared('Tongue')),
  shot('compare-all', 'many', compared(), light),
  shot('compare-200', 'large', compared('Tongue'), light),
  shot('compare-narrow', 'many', compared('Tongue'), narrow),
];
