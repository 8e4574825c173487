// Backups to look at: some, none, one under way, one that failed, and a week without any.
const small = { width: 1280, height: 860 };
const light = ['light'];
const listed = (page) => page.getByRole('heading', { name: 'Going back to one' }).waitFor();

async function making(page) {
  await listed(page);
  await page.getByRole('button', { name: 'Back up now' }).click();
  await page.getByRole('progressbar').waitFor();
}

async function atDoor(page) {
  await page.getByRole('button', { name: 'Go back to a backup' }).click();
  await page.getByRole('heading', { name: 'Go back to a backup' }).waitFor();
  await page.getByRole('button', { name: 'Leave everything' }).waitFor();
}

async function copying(page) {
  await listed(page);
  await page.getByRole('button', { name: 'Copy now' }).click();
  await page.getByRole('progressbar').waitFor();
}

async function trying(page) {
  await listed(page);
  await page.getByRole('button', { name: 'Try it' }).click();
  await page.getByRole('dialog').waitFor();
}

async function found(page) {
  await atDoor(page);
  await page.getByLabel('An owner’s passphrase').fill('willow ladder');
  await page.getByRole('button', { name: 'Look into it' }).click();
  await page.getByText('It takes the place').waitFor();
}

async function bySheet(page) {
  await atDoor(page);
  await page.getByRole('button', { name: 'Use the recovery sheet' }).click();
}

async function checkFiles(page) {
  await page.getByRole('button', { name: 'Check the files' }).click();
  await page
    .getByText(/as (it was|they were) kept$/)
    .first()
    .waitFor();
}

async function bringBack(page) {
  await page.getByRole('button', { name: 'Bring your records back' }).click();
  await page.getByRole('button', { name: 'Choose a copy' }).waitFor();
}

async function pickedOne(page) {
  await bringBack(page);
  await page.getByRole('button', { name: 'Choose a copy' }).click();
  await page.getByLabel('An owner’s passphrase').waitFor();
}

async function foundNew(page) {
  await pickedOne(page);
  await page.getByLabel('An owner’s passphrase').fill('willow ladder');
  await page.getByRole('button', { name: 'Look into it' }).click();
  await page.getByRole('button', { name: 'Go on with' }).waitFor();
}

async function firstPlace(page) {
  await page.getByLabel('Name of the practice').fill('Willow Lane');
  await page.getByLabel('Your name').fill('Ines Marlow');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByText('willow ladder').waitFor();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: 'Choose a place' }).waitFor();
}

async function firstPlaceChosen(page) {
  await firstPlace(page);
  await page.getByRole('button', { name: 'Choose a place' }).click();
  await page.getByText('Copies go to').waitFor();
}

const shot = (name, scene, more = {}) => ({
  name: `backups-${name}`,
  page: 'index.html#/settings/backups',
  scene,
  act: listed,
  size: { width: 1280, height: 1000 },
  ...more,
});

export const backupShots = [
  shot('some', 'backups'),
  shot('none', 'backupsNone', { themes: light }),
  shot('failed', 'backupsFailed'),
  shot('making', 'backupsNone', { themes: light, act: making }),
  shot('copying', 'backups', { themes: light, act: copying }),
  shot('copies-failed', 'copiesFailed'),
  { name: 'copy-wanted', page: 'index.html#/today', scene: 'copyWanted' },
  { name: 'copy-try-wanted', page: 'index.html#/today', scene: 'tryWanted', themes: light },
  shot('files-damaged', 'filesDamaged', { act: checkFiles, size: { width: 1280, height: 1900 } }),
  shot('files-whole', 'filesWhole', { act: checkFiles, themes: light, size: { width: 1280, height: 1900 } }),
  shot('trying', 'backups', { act: trying }),
  { name: 'copy-wanted-fresh', page: 'index.html#/today', scene: 'copyWantedFresh', themes: light },
  { name: 'backups-found', page: 'closed.html', scene: 'restore', act: found },
  { name: 'backups-by-sheet', page: 'closed.html', scene: 'restore', act: bySheet, themes: light },
  { name: 'bring-back', page: 'closed.html', scene: 'restoreNew', act: bringBack, themes: light },
  { name: 'bring-back-picked', page: 'closed.html', scene: 'restoreNew', act: pickedOne, themes: light },
  { name: 'bring-back-found', page: 'closed.html', scene: 'restoreNew', act: foundNew, themes: light },
  { name: 'first-place', page: 'closed.html', scene: 'firstPlace', act: firstPlace, themes: light },
  { name: 'first-place-chosen', page: 'closed.html', scene: 'firstPlace', act: firstPlaceChosen },
  shot('touch', 'backupsTouch', { themes: light }),
  shot('large', 'backupsLarge', { themes: light, size: small }),
  shot('narrow', 'backups', { themes: light, size: { width: 800, height: 900 } }),
  shot('not-owner', 'backupsNotOwner', {
    themes: light,
    act: (page) => page.getByText('an owner’s to look after').waitFor(),
  }),
  { name: 'backups-door', page: 'closed.html', scene: 'restore', act: atDoor },
  {
    name: 'backups-door-large',
    page: 'closed.html',
    scene: 'restoreLarge',
    act: atDoor,
    themes: light,
    size: small,
  },
  { name: 'backups-door-none', page: 'closed.html', scene: 'restoreNone', act: atDoor, themes: light },
  { name: 'backups-week', page: 'index.html#/today', scene: 'backupsWeek', themes: light },
];
