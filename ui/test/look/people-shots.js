// The clinic of four: door, rest, who is at the keyboard, people, security.
const small = { width: 1280, height: 860 };
const tall = { width: 1280, height: 1900 };

async function seat(page) {
  await page.getByRole('link', { name: 'Settings' }).waitFor();
  await page.keyboard.press('Control+j');
  await page.getByRole('radio', { name: /Daniel/ }).waitFor();
}

async function daniel(page) {
  await page.getByRole('link', { name: /Daniel/ }).click();
  await page.getByRole('heading', { name: /Daniel/ }).waitFor();
}

const people = (page) => page.getByRole('heading', { name: 'Who may do what' }).waitFor();
const security = (page) => page.getByRole('heading', { name: 'Where the records are' }).waitFor();

export const peopleShots = [
  { name: 'rest', page: 'closed.html', scene: 'resting' },
  { name: 'rest-forced', page: 'closed.html', scene: 'restingTouch', forced: true, themes: ['dark'] },
  { name: 'rest-touch', page: 'closed.html', scene: 'restingTouch', themes: ['light'] },
  { name: 'rest-200', page: 'closed.html', scene: 'restingLarge', size: small, themes: ['light'] },
  { name: 'rest-many', page: 'closed.html', scene: 'restingMany', themes: ['light'] },
  {
    name: 'rest-wrong',
    page: 'closed.html',
    scene: 'resting',
    themes: ['light'],
    act: async (page) => {
      await page.keyboard.type('123456');
      await page.keyboard.press('Enter');
      await page.getByText('tries are left').first().waitFor();
    },
  },
  {
    name: 'door-no-key',
    page: 'closed.html',
    scene: 'noKey',
    act: async (page) => {
      await page.getByLabel('Passphrase', { exact: true }).fill('willow');
      await page.keyboard.press('Enter');
      await page.getByText('put it back').waitFor();
    },
  },
  { name: 'door-computer', page: 'closed.html', scene: 'computer', themes: ['light'] },
  { name: 'folder-gone', page: 'index.html#/today', scene: 'folderGone' },
  { name: 'folder-missing', page: 'closed.html', scene: 'folderMissing' },
  { name: 'warned', page: 'index.html#/today', scene: 'warned', themes: ['light', 'dark'] },
  { name: 'sheet-used', page: 'index.html#/today', scene: 'used', themes: ['light'] },
  { name: 'seat', page: 'index.html#/clients', scene: 'clinic', act: seat },
  { name: 'seat-touch', page: 'index.html#/clients', scene: 'clinicTouch', act: seat, themes: ['light'] },
  { name: 'seat-200', page: 'index.html#/clients', scene: 'clinicLarge', act: seat, themes: ['light'] },
  {
    name: 'pin',
    page: 'index.html#/clients',
    scene: 'clinic',
    themes: ['light'],
    act: async (page) => {
      await seat(page);
      await page.getByRole('button', { name: 'Set a PIN' }).click();
      await page.getByLabel('PIN', { exact: true }).fill('246810');
    },
  },
  { name: 'people', page: 'index.html#/settings/people', scene: 'clinic', act: people },
  {
    name: 'seat-forced',
    page: 'index.html#/clients',
    scene: 'clinic',
    act: seat,
    forced: true,
    themes: ['light'],
  },
  {
    name: 'person-forced',
    page: 'index.html#/settings/people',
    scene: 'clinic',
    act: daniel,
    forced: true,
    themes: ['light'],
  },
  {
    name: 'people-desk',
    page: 'index.html#/settings/people',
    scene: 'clinicDesk',
    act: people,
    themes: ['light'],
  },
  { name: 'people-solo', page: 'index.html#/settings/people', scene: 'solo', act: people, themes: ['light'] },
  {
    name: 'people-crowded',
    page: 'index.html#/settings/people',
    scene: 'crowded',
    act: people,
    themes: ['light'],
  },
  {
    name: 'people-crowded-200',
    page: 'index.html#/settings/people',
    scene: 'crowdedLarge',
    act: people,
    themes: ['light'],
  },
  {
    name: 'people-touch',
    page: 'index.html#/settings/people',
    scene: 'clinicTouch',
    act: people,
    themes: ['light'],
  },
  {
    name: 'person-add',
    page: 'index.html#/settings/people/new',
    scene: 'clinic',
    size: tall,
    act: async (page) => {
      await page.getByLabel('Name', { exact: true }).fill('Lena Fischer');
      await page.getByLabel('Passphrase', { exact: true }).fill('short');
      await page.getByRole('button', { name: 'Add a person' }).click();
      await page.getByText('too short').waitFor();
    },
  },
  { name: 'person', page: 'index.html#/settings/people', scene: 'clinic', act: daniel },
  {
    name: 'person-remove',
    page: 'index.html#/settings/people',
    scene: 'clinic',
    act: async (page) => {
      await page.getByRole('link', { name: /Sam/ }).click();
      await page.getByRole('button', { name: 'Remove' }).click();
      await page.getByRole('button', { name: 'Remove for good' }).click();
      await page.getByLabel('Passphrase', { exact: true }).waitFor();
    },
  },
  {
    name: 'person-role',
    page: 'index.html#/settings/people',
    scene: 'clinic',
    themes: ['light'],
    act: async (page) => {
      await daniel(page);
      await page.getByRole('button', { name: 'Change the role' }).click();
      await page.getByRole('radio', { name: 'Owner' }).check();
    },
  },
  { name: 'security', page: 'index.html#/settings/security', scene: 'clinic', size: tall, act: security },
  {
    name: 'security-solo',
    page: 'index.html#/settings/security',
    scene: 'solo',
    act: security,
    themes: ['light'],
  },
  {
    name: 'security-200',
    page: 'index.html#/settings/security',
    scene: 'crowdedLarge',
    act: security,
    themes: ['light'],
  },
  { name: 'security-desk', page: 'index.html#/settings/security', scene: 'clinicDesk', themes: ['light'] },
  {
    name: 'security-check',
    page: 'index.html#/settings/security',
    scene: 'clinic',
    themes: ['light'],
    act: async (page) => {
      await page.getByRole('button', { name: 'Check it now' }).click();
      await page.getByLabel('Group 1 of 9').fill('7KQ2M9XAT4WEB0HNZC8R5PJDV1GSY3FKQ6TT');
      await page.getByRole('button', { name: 'Check', exact: true }).click();
      await page.getByText('slip in group').first().waitFor();
    },
  },
  {
    name: 'security-rotate',
    page: 'index.html#/settings/security',
    scene: 'clinic',
    themes: ['light'],
    act: (page) => page.getByRole('button', { name: 'Replace the key now' }).click(),
  },
];
