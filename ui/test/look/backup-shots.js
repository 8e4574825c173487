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
