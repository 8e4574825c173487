// The calendar to look at: a day by rooms and by people, a week, a month, a list, and each panel.

const ready = (page) => page.locator('[data-booking], table, h2').first().waitFor();

async function panel(page) {
  await ready(page);
  await page.getByRole('button', { name: /Margaret Oyelaran/ }).click();
  await page.getByRole('heading', { name: 'Margaret Oyelaran' }).waitFor();
}

async function pictured(page) {
  await panel(page);
  await page.locator('.face img').waitFor();
}

async function form(page) {
  await ready(page);
  await page.getByRole('button', { name: 'Book', exact: true }).click();
  await page.getByRole('button', { name: 'Next free' }).click();
  await page.getByRole('button', { name: /May 12.*3:10/ }).waitFor();
}

async function begin(page) {
  await ready(page);
  await page.getByRole('button', { name: 'Book', exact: true }).click();
  await page.getByRole('combobox', { name: 'Client' }).fill('marg');
  await page.getByRole('option', { name: /Margaret/ }).click();
}

async function inTheWay(page) {
  await begin(page);
  await page.keyboard.press('Control+Enter');
  await page.getByText('Something is in the way').waitFor();
}

async function nobody(page) {
  await ready(page);
  await page.getByRole('button', { name: 'Book', exact: true }).click();
  await page.getByRole('button', { name: 'Book the visit' }).click();
  await page.getByText('Please fill this in.').waitFor();
}

const view = (name) => async (page) => {
  await ready(page);
  await page.getByRole('radio', { name, exact: true }).click();
  await page.waitForTimeout(200);
};

async function move(page) {
  await panel(page);
  await page.getByRole('button', { name: 'Move to…' }).click();
}

async function cancel(page) {
  await panel(page);
  await page.getByRole('button', { name: 'Cancel the booking' }).click();
  await page.getByRole('dialog').waitFor();
}

async function series(page) {
  await begin(page);
  await page.getByLabel('Repeat').selectOption('1 weeks');
  await page.getByRole('button', { name: 'Look at the days' }).click();
  await page.waitForTimeout(700);
}

const dialog = (name) => async (page) => {
  await page.getByRole('button', { name }).first().click();
  await page.getByRole('dialog').waitFor();
};

const typed = (text, more) => async (page) => {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.press('Control+k');
  await page.keyboard.type(text);
  await page
    .getByRole('option', { name: /Margaret/ })
    .first()
    .waitFor();
  await page.waitForTimeout(200);
  await more?.(page);
};

const shot = (name, scene, act = ready, more = {}) => ({
  name: `calendar-${name}`,
  page: `index.html#/${more.hash ?? 'calendar'}`,
  scene,
  act,
  ...more,
});
const light = { themes: ['light'] };
const setup = { hash: 'settings/calendar' };

const next = (page) => page.keyboard.press('ArrowRight');

async function enter(page) {
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Book the visit' }).waitFor();
  await page.waitForTimeout(300);
}

async function lineHidden(page) {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.press('Control+Shift+p');
  await typed('margaret fri 3pm')(page);
}

const settings = { hash: 'settings' };

const list = (hash) => ({ hash: `waiting${hash}` });
const rows = (page) => page.getByRole('listitem').first().waitFor();

/** A menu of the calendar and the dialog behind one of its entries. */
const asks = (entry) => async (page) => {
  await ready(page);
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: entry }).click();
  await page.getByRole('dialog').waitFor();
  await page.waitForTimeout(300);
};

async function calledOff(page) {
  await asks('Cancel the day…')(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel the day' }).click();
  await page.getByText('calls left').waitFor();
  await page
    .getByRole('button', { name: /^Called/ })
    .first()
    .click();
  await page.getByRole('menuitem', { name: 'Reached' }).click();
  await page.waitForTimeout(300);
}

async function lateCalls(page) {
  await asks('Running late…')(page);
  await page.getByRole('button', { name: /^Move \d/ }).click();
  await page.getByText('calls left').first().waitFor();
  await page.waitForTimeout(300);
}

async function text(page) {
  await rows(page);
  await page
    .getByRole('button', { name: /^Called/ })
    .first()
    .click();
  await page.getByRole('menuitem', { name: 'Text by phone…' }).click();
  await page.getByRole('img', { name: /Code/ }).waitFor();
}

async function put(page) {
  await rows(page);
  await page.getByRole('button', { name: 'Add somebody' }).click();
  await page.getByRole('dialog').waitFor();
}

async function filter(page) {
  await ready(page);
  await page.getByRole('button', { name: 'Filter' }).click();
  await page.getByRole('checkbox', { name: 'Room 3' }).check({ force: true });
  await page.getByRole('checkbox', { name: 'Follow-up' }).check({ force: true });
  await page.waitForTimeout(200);
}

async function closing(page) {
  await page.getByRole('button', { name: 'Close the day' }).click();
  await page.getByRole('dialog').waitFor();
  await page.waitForTimeout(400);
}

async function recall(page) {
  await rows(page);
  await page
    .getByRole('button', { name: /^When to ask/ })
    .first()
    .click();
  await page.getByRole('dialog').waitFor();
}

async function fill(page) {
  await ready(page);
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Show cancelled ones' }).click();
  await page.getByRole('button', { name: /Jun Park/ }).click();
  await page.getByRole('button', { name: 'Give the time away' }).waitFor();
}

async function fits(page) {
  await fill(page);
  await page.getByRole('button', { name: 'Give the time away' }).click();
  await page.getByText('Could come then').waitFor();
}

async function codes(page) {
  await rows(page);
  await page.getByRole('button', { name: 'Show a code beside each name' }).click();
  await page.waitForTimeout(500);
}

async function mail(page) {
  await rows(page);
  await page.getByRole('button', { name: /^Called.*Ruth/ }).click();
  await page.getByRole('menuitem', { name: 'Email…' }).click();
  await page.getByRole('dialog').waitFor();
}

async function days(page) {
  await begin(page);
  await page.getByRole('button', { name: 'On certain days…' }).click();
  await page.getByRole('checkbox', { name: 'Tuesday' }).click();
  await page.getByLabel('Repeat').selectOption('1 weeks');
  await page.getByLabel('It ends').selectOption('until');
}

async function together(page) {
  await inTheWay(page);
  await page.getByRole('button', { name: /Comes together with/ }).click();
  await page.waitForTimeout(200);
}

async function paper(page) {
  await page.getByRole('button', { name: 'Keep it in a folder…' }).click();
  await page.getByText(/^Written/).waitFor();
}

export const bookingShots = [
  shot('filter', 'calendar', filter),
  shot('filter-large', 'calendarLarge', filter, light),
  shot('codes', 'waiting', codes, list('/recall')),
  shot('codes-large', 'waitingLarge', codes, { ...list('/recall'), ...light }),
  shot('mail', 'waiting', mail, list('/recall')),
  shot('texts', 'waiting', dialog('Texts…'), list('')),
  shot('left', 'waiting', rows, { ...list('/calls'), ...light }),
  shot('days', 'calendar', days),
  shot('together', 'calendarInTheWay', together, light),
  shot('paper', 'calendar', paper, { ...setup, ...light }),
  shot('alerts', 'alerted', panel),
  shot('alerts-desk', 'alertedAtDesk', panel, light),
  shot('alerts-today', 'alerted', ready, { hash: 'today' }),
  shot('alerts-client', 'alertedClient', (page) => page.waitForTimeout(900), {
    hash: 'client/client-1',
  }),
  shot('alerts-add', 'alertedClient', dialog('Add an alert'), { hash: 'client/client-1' }),
  shot('calls', 'corresponded', (page) => page.waitForTimeout(900), { hash: 'client/client-1' }),
  shot('calls-large', 'correspondedLarge', (page) => page.waitForTimeout(900), {
    hash: 'client/client-1',
    ...light,
  }),
  shot('calls-narrow', 'corresponded', (page) => page.waitForTimeout(900), {
    hash: 'client/client-1',
    ...light,
    size: { width: 700, height: 900 },
  }),
  shot('calls-add', 'corresponded', dialog('Call or message'), { hash: 'client/client-1' }),
  shot('calls-add-large', 'correspondedLarge', dialog('Call or message'), {
    hash: 'client/client-1',
    ...light,
  }),
  shot('calls-today', 'corresponded', (page) => page.waitForTimeout(900), { hash: 'today' }),
  shot('line', 'ringing', typed('margaret follow-up fri 3pm'), settings),
  shot('line-hidden', 'ringing', lineHidden, { ...settings, ...light }),
  shot('ringing', 'ringing', typed('marg'), settings),
  shot('ringing-more', 'ringing', typed('marg', next), { ...settings, ...light }),
  shot('ringing-narrow', 'ringing', typed('marg'), {
    ...settings,
    ...light,
    size: { width: 700, height: 700 },
  }),
  shot('line-form', 'ringing', typed('margaret follow-up fri 3pm', enter), { ...settings, ...light }),
  shot('waiting', 'waiting', rows, list('')),
  shot('waiting-large', 'waitingLarge', rows, { ...list(''), ...light }),
  shot('waiting-narrow', 'waiting', rows, { ...list(''), ...light, size: { width: 800, height: 700 } }),
  shot('waiting-empty', 'waitingEmpty', undefined, { ...list(''), ...light }),
  shot('waiting-form', 'waiting', put, list('')),
  shot('waiting-text', 'waiting', text, list('')),
  shot('recall', 'waiting', rows, list('/recall')),
  shot('recall-when', 'waiting', recall, { ...list('/recall'), ...light }),
  shot('reminders', 'waiting', rows, { ...list('/reminders'), ...light }),
  shot('close-day', 'calendar', closing, { hash: 'today' }),
  shot('today-busy', 'waiting', (page) => page.getByText('Waiting and calls').waitFor(), {
    hash: 'today',
    ...light,
  }),
  shot('called-off', 'waiting', calledOff),
  shot('call-off', 'waiting', asks('Cancel the day…'), light),
  shot('late', 'waiting', asks('Running late…'), light),
  shot('late-calls', 'waiting', lateCalls),
  shot('reminders-codes', 'waiting', codes, list('/reminders')),
  shot('fill', 'waiting', fill, light),
  shot('fits', 'waiting', fits, light),
  shot('rooms', 'calendar'),
  shot('people', 'calendar', (page) => page.getByLabel('One column for each').selectOption('people')),
  shot('week', 'calendar', view('Week')),
  shot('month', 'calendar', view('Month')),
  shot('list', 'calendar', view('List')),
  shot('panel', 'calendar', panel),
  shot('panel-photo', 'calendarPhoto', pictured),
  shot('panel-photo-large', 'calendarPhotoLarge', pictured, light),
  shot('free', 'calendar', (page) => page.getByRole('button', { name: 'Free times only' }).click(), light),
  shot('form', 'calendar', form),
  shot('in-the-way', 'calendarInTheWay', inTheWay),
  shot('nobody', 'calendar', nobody, light),
  shot('series', 'calendarInTheWay', series),
  shot('move', 'calendar', move, light),
  shot('cancel', 'calendar', cancel, light),
  shot('print', 'calendar', dialog('Print the calendar'), light),
  shot('empty', 'calendarEmpty', undefined, light),
  shot('broken', 'calendarBroken', (page) => page.getByText('a1b2').waitFor(), light),
  shot('away', 'calendarAway', undefined, light),
  shot('extreme', 'calendarExtreme', undefined, light),
  shot('large', 'calendarLarge', undefined, light),
  shot('large-panel', 'calendarLarge', panel, light),
  shot('touch', 'calendarTouch', panel, light),
  shot('narrow', 'calendar', panel, { ...light, size: { width: 800, height: 700 } }),
  shot('forced', 'calendar', panel, { ...light, forced: true }),
  shot('setup', 'calendar', undefined, setup),
  shot('setup-empty', 'calendarEmpty', undefined, { ...setup, ...light }),
  shot('setup-room', 'calendar', dialog('Add a room'), { ...setup, ...light }),
  shot('setup-service', 'calendar', dialog('Add a visit'), setup),
  shot('setup-hours', 'calendar', dialog(/Add working hours/), { ...setup, ...light }),
  shot('setup-away', 'calendar', dialog('Add time off'), { ...setup, ...light }),
  shot('today', 'calendar', ready, { hash: 'today' }),
  shot('today-large', 'calendarLarge', ready, { ...light, hash: 'today' }),
  shot('today-narrow', 'calendar', ready, { ...light, hash: 'today', size: { width: 800, height: 700 } }),
];
