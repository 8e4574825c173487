// What to look at: a page, the scene beneath it, and what to do before the picture.
import { archiveShots } from './archive-shots.js';
import { auditShots } from './audit-shots.js';
import { backupShots } from './backup-shots.js';
import { bookingShots } from './bookings-shots.js';
import { healthShots } from './health-shots.js';
import { firstClient, noteShots } from './note-shots.js';
import { peopleShots } from './people-shots.js';
import { erasureShots } from './erasure-shots.js';
import { filesShots } from './files-shots.js';
import { findingShots } from './finding-shots.js';
import { mergingShots } from './merging-shots.js';
import { recordShots } from './record-shots.js';
import { retentionShots } from './retention-shots.js';

const small = { width: 1280, height: 860 };

async function named(page) {
  await page.getByLabel('Name of the practice').fill('Willow Lane Acupuncture');
  await page.getByLabel('Your name').fill('Ines Marlow');
  await page.getByLabel('Your credentials').fill('R.Ac.');
}

async function toSheet(page) {
  await named(page);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByText('willow ladder').waitFor();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: 'Later' }).click();
  await page.getByText('7KQ2').waitFor();
}

/** Every screen of the open practice, each in the looks that are easily forgotten. */
const screens = {
  today: { at: '#/today' },
  clients: { at: '#/clients' },
  client: { at: '#/today', act: firstLong },
  details: {
    at: '#/today',
    act: async (page) => {
      await firstLong(page);
      await page.getByRole('tab', { name: /Details/ }).click();
    },
  },
  register: { at: '#/clients/new' },
  handouts: { at: '#/handouts', act: (page) => page.locator('canvas').first().waitFor() },
  settings: { at: '#/settings' },
  about: { at: '#/about' },
  menu: {
    at: '#/clients',
    act: async (page) => {
      await page.getByRole('option').first().waitFor();
      await page.keyboard.press('Shift+F10');
    },
  },
  palette: {
    at: '#/today',
    act: async (page) => {
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.keyboard.press('Control+k');
      await page.getByRole('option').first().waitFor();
    },
  },
};

async function firstLong(page) {
  await page.getByRole('link', { name: /Maria/ }).first().click();
  await page.getByRole('heading', { name: /Maria/ }).waitFor();
}

const looks = {
  forced: { scene: 'extreme', forced: true, themes: ['light', 'dark'] },
  contrast: { scene: 'extreme', contrast: true, themes: ['light', 'dark'] },
  extreme: { scene: 'extreme', themes: ['light'] },
  touch: { scene: 'extremeTouch', themes: ['light'] },
  large: { scene: 'extremeLarge', themes: ['light'] },
};

const sweep = Object.entries(looks).flatMap(([look, dress]) =>
  Object.entries(screens).map(([screen, { at, act }]) => ({
    name: `sweep-${look}-${screen}`,
    page: `index.html${at}`,
    act,
    ...dress,
  })),
);

export const shots = [
  ...sweep,
  ...archiveShots,
  ...auditShots,
  ...backupShots,
  ...bookingShots,
  ...healthShots,
  ...erasureShots,
  ...filesShots,
  ...findingShots,
  ...mergingShots,
  ...recordShots,
  ...retentionShots,
  ...noteShots,
  ...peopleShots,
  { name: 'unlock-forced', page: 'closed.html', scene: 'closed', forced: true },
  { name: 'unlock-contrast', page: 'closed.html', scene: 'closed', contrast: true },
  { name: 'trouble-forced', page: 'closed.html', scene: 'damaged', forced: true },
  { name: 'points', page: 'index.html#/points/BL', scene: 'open' },
  {
    name: 'points-found',
    page: 'index.html#/points',
    scene: 'open',
    themes: ['light'],
    act: async (page) => {
      await page.getByLabel(/Code, pinyin/).fill('guan');
      await page.getByText('Found for').waitFor();
    },
  },
  { name: 'point', page: 'index.html#/points/BL17', scene: 'open' },
  { name: 'point-gone', page: 'index.html#/points/ST46', scene: 'open', themes: ['light'] },
  { name: 'unlock', page: 'closed.html', scene: 'closed' },
  { name: 'unlock-alone', page: 'closed.html', scene: 'alone', themes: ['light'] },
  {
    name: 'unlock-wrong',
    page: 'closed.html',
    scene: 'closed',
    act: async (page) => {
      await page.getByLabel('Passphrase', { exact: true }).fill('not this one');
      await page.getByRole('button', { name: 'Unlock' }).click();
      await page.getByText('Try again in').first().waitFor();
    },
  },
  {
    name: 'recover',
    page: 'closed.html',
    scene: 'closed',
    act: async (page) => {
      await page.getByRole('button', { name: 'Use the recovery code' }).click();
      await page.getByLabel('Group 1 of 9').fill('7KQ2M9XAT4WE');
    },
  },
  { name: 'first-1', page: 'closed.html', scene: 'fresh', act: named },
  {
    name: 'first-2',
    page: 'closed.html',
    scene: 'fresh',
    act: async (page) => {
      await named(page);
      await page.getByRole('button', { name: 'Continue' }).click();
      await page.getByText('willow ladder').waitFor();
    },
  },
  {
    name: 'first-2-own',
    page: 'closed.html',
    scene: 'fresh',
    act: async (page) => {
      await named(page);
      await page.getByRole('button', { name: 'Continue' }).click();
      await page.getByRole('button', { name: 'Type my own' }).click();
      await page.getByLabel('Passphrase', { exact: true }).fill('needles');
      await page.getByText('It is short').waitFor();
    },
  },
  { name: 'first-3', page: 'closed.html', scene: 'fresh', act: toSheet },
  {
    name: 'first-4',
    page: 'closed.html',
    scene: 'fresh',
    act: async (page) => {
      await toSheet(page);
      await page.getByRole('button', { name: 'Save as PDF' }).click();
      await page.getByText('Saved as').waitFor();
      await page.getByRole('button', { name: 'Continue' }).click();
      await page.getByLabel('Group 3').fill('T4WE');
    },
  },
  { name: 'trouble', page: 'closed.html', scene: 'damaged' },
  { name: 'unlock-200', page: 'closed.html', scene: 'closedLarge', size: small, themes: ['light'] },
  { name: 'first-3-200', page: 'closed.html', scene: 'freshLarge', act: toSheet, themes: ['light'] },
  { name: 'today', page: 'index.html#/today', scene: 'working' },
  { name: 'clients', page: 'index.html#/clients', scene: 'working' },
  { name: 'client', page: 'index.html#/today', scene: 'working', act: firstClient },
  {
    name: 'handouts',
    page: 'index.html#/handouts',
    scene: 'working',
    act: (page) => page.locator('canvas').first().waitFor(),
  },
  {
    name: 'accents',
    page: 'index.html#/clients/new',
    scene: 'open',
    act: async (page) => {
      await page.getByLabel('Family name').fill('Le');
      await page.keyboard.press('Alt+ArrowDown');
    },
  },
  {
    name: 'editor-fields',
    page: 'index.html#/handouts',
    scene: 'working',
    act: async (page) => {
      await page.getByRole('button', { name: 'New sheet' }).click();
      await page.getByLabel('Title', { exact: true }).fill('Knees');
      await page
        .getByLabel('Text', { exact: true })
        .fill('Dear {{client.first_name}},\n\nplease call {{practice.fone}} when it hurts.\n');
      await page.getByText('No field has this name').waitFor();
      await page.getByRole('button', { name: 'Insert a field' }).click();
    },
  },
  { name: 'settings', page: 'index.html#/settings', scene: 'open' },
  { name: 'settings-200', page: 'index.html#/settings', scene: 'large', themes: ['light'] },
  { name: 'settings-touch', page: 'index.html#/settings', scene: 'touch', themes: ['light'] },
  ...[
    ['pictured', ['light', 'dark']],
    ['picturedTouch', ['light']],
    ['picturedLarge', ['light']],
  ].map(([scene, themes]) => ({
    name: `logo-${scene}`,
    page: 'index.html#/settings',
    scene,
    themes,
    act: async (page) => {
      await page.getByRole('img', { name: 'A willow leaf' }).waitFor();
      await page.getByRole('button', { name: 'Replace' }).click();
      await page.getByText('This picture is damaged').waitFor();
    },
  })),
  {
    name: 'picture-dialog',
    page: 'index.html#/handouts',
    scene: 'pictured',
    act: async (page) => {
      await page.getByRole('button', { name: 'New sheet' }).click();
      await page.getByLabel('Title', { exact: true }).fill('Knees');
      await page.getByRole('button', { name: 'Insert a picture' }).click();
      await page.getByRole('dialog').getByRole('img').waitFor();
    },
  },
  {
    name: 'picture-missing',
    page: 'index.html#/handouts',
    scene: 'pictured',
    act: async (page) => {
      await page.getByRole('button', { name: 'New sheet' }).click();
      await page.getByLabel('Title', { exact: true }).fill('Knees');
      await page
        .getByLabel('Text', { exact: true })
        .fill('Drink something warm.\n\n![A cup](images/cup.png)\n\n![](leaf.png)\n');
      await page.getByRole('button', { name: 'Choose the file' }).waitFor();
    },
  },
  { name: 'about', page: 'index.html#/about', scene: 'open' },
  {
    name: 'palette',
    page: 'index.html#/settings',
    scene: 'open',
    act: async (page) => {
      await page.getByRole('heading', { name: 'Settings' }).waitFor();
      await page.keyboard.press('Control+k');
      await page.keyboard.type('back');
      await page.getByText('Ella').first().waitFor();
    },
  },
  {
    name: 'palette-200',
    page: 'index.html#/settings',
    scene: 'large',
    themes: ['light'],
    act: async (page) => {
      await page.getByRole('heading', { name: 'Settings' }).waitFor();
      await page.keyboard.press('Control+k');
      await page.getByRole('dialog').getByRole('option').first().waitFor();
    },
  },
  {
    name: 'shortcuts',
    page: 'index.html#/settings',
    scene: 'open',
    act: async (page) => {
      await page.getByRole('heading', { name: 'Settings' }).waitFor();
      await page.keyboard.press('F1');
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'today-names',
    page: 'index.html#/today',
    scene: 'working',
    act: async (page) => {
      await page
        .getByRole('link', { name: /Margaret/ })
        .first()
        .waitFor();
      await page.keyboard.press('Control+Shift+P');
    },
  },
  {
    name: 'palette-more',
    page: 'index.html#/settings',
    scene: 'open',
    themes: ['light'],
    act: async (page) => {
      await page.getByRole('heading', { name: 'Settings' }).waitFor();
      await page.keyboard.press('Control+k');
      await page.keyboard.type('marg');
      await page.getByRole('option', { name: /Margaret/ }).waitFor();
      await page.keyboard.press('ArrowRight');
    },
  },
];
