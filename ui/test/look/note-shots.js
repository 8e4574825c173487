// Notes to look at: being written in every state, signed, added to, and where they stand elsewhere.

export async function firstClient(page, name = /Margaret/) {
  await page.getByRole('link', { name }).first().click();
  await page.getByRole('heading', { name }).waitFor();
}

async function openNote(page, name) {
  await firstClient(page, name);
  await page.getByRole('button', { name: /Open note|New note/ }).click();
  await page.getByRole('textbox', { name: 'S Complaint' }).waitFor();
}

async function typePoint(page, text) {
  await openNote(page);
  await page.getByRole('combobox', { name: 'Add points' }).fill(text);
  await page.getByRole('option').first().waitFor();
}

async function openSigned(page) {
  await firstClient(page);
  await page.getByRole('link', { name: 'Note of May 5', exact: true }).click();
  await page.getByText('Fingerprint').waitFor();
}

async function add(page) {
  await openSigned(page);
  await page.getByRole('button', { name: 'Add an addendum' }).click();
  await page.getByRole('textbox', { name: 'New addendum' }).fill('The bruise at BL40 is gone.');
}

async function twice(page) {
  await typePoint(page, 'st46; bl23');
  await page.keyboard.press('Enter');
  await page.getByText('in the list already').first().waitFor();
}

async function typeOnFullDisk(page) {
  await openNote(page);
  await page.getByRole('textbox', { name: 'S Complaint' }).press('End');
  await page.keyboard.type(' Since then');
  await page.getByText('Not saved: the disk is full').waitFor();
}

async function sign(page) {
  await openNote(page);
  await page.keyboard.press('Control+Enter');
  await page.getByRole('dialog').waitFor();
}

const shot = (name, scene, act = openNote, more = {}) => ({
  name: `note-${name}`,
  page: 'index.html#/today',
  scene,
  act,
  ...more,
});
const light = { themes: ['light'] };

export const noteShots = [
  shot('empty', 'noteEmpty'),
  shot('beside', 'noteBeside'),
  shot('writing', 'note'),
  shot('picker', 'note', (page) => typePoint(page, 'bl6')),
  shot('picker-line', 'note', (page) => typePoint(page, 'bl17 bl; du20')),
  shot('twice', 'note', twice),
  shot('sign', 'note', sign),
  shot('disk-full', 'noteDiskFull', typeOnFullDisk),
  shot('disk-full-narrow', 'noteDiskFull', typeOnFullDisk, { ...light, size: { width: 800, height: 860 } }),
  shot('forty', 'noteForty', openNote, light),
  shot('long', 'noteLong', openNote, light),
  shot('chinese', 'noteChinese', (page) => openNote(page, /麗華/), light),
  shot('touch', 'noteTouch', openNote, light),
  shot('large', 'noteLarge', openNote, light),
  shot('narrow', 'note', openNote, { ...light, size: { width: 720, height: 860 } }),
  shot('forced', 'note', openNote, { forced: true }),
  shot('contrast', 'note', openNote, { ...light, contrast: true }),
  shot('client', 'note', firstClient),
  shot('today', 'note', (page) => page.getByText('unsigned').waitFor(), light),
  shot('signed', 'note', openSigned),
  shot('signed-forced', 'note', openSigned, { ...light, forced: true }),
  shot('broken', 'noteBroken', openSigned),
  shot('addendum', 'note', add, light),
];
