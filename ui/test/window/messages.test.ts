import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { looking } from '../../src/features/bookings/looking.svelte';
import { message } from '../../src/features/bookings/message';
import { busyDay } from '../busy-day';
import { somebody } from '../calls-to-make';
import { TODAY } from '../diary';
import { refuse, type Answers } from '../fake-core';
import { settings } from '../willow-lane';
import { WorkingPractice } from '../working-practice';
import { accessible } from './stand';
import { openAt } from './working';

const row = (name: RegExp) => page.getByRole('listitem').filter({ hasText: name });

function waiting(): WorkingPractice {
  const practice = new WorkingPractice();
  busyDay(practice.diary);
  const { calls } = practice.diary;
  calls.due(somebody('Ruth Adler', { phone: '250-555-0102', email: 'ruth@example.org' }), { reason: 'due' });
  calls.due(somebody('Peter Novak', { phone: '12' }));
  calls.due(somebody('Ольга Иванова'));
  return practice;
}

beforeEach(() => {
  Object.assign(looking, { view: 'day', day: TODAY, by: 'rooms', only: '', hour: 72, freeOnly: false });
});

test('a message is in the practice’s own words where it has some', () => {
  const texts = { ...settings.texts, reminder: '{name}: {when}, {practice}, {phone}. {name}' };
  const sender = { practice: 'Willow Lane', phone: '250-555-0100', texts };
  const may = somebody('May Chen', { preferred_name: '{practice}' });
  expect(message('reminder', sender, may, '2026-05-19T10:15')).toBe(
    '{practice}: Tuesday, May 19, 10:15 a.m., Willow Lane, 250-555-0100. {practice}'.replace(
      'Tuesday, May 19, 10:15 a.m.',
      message('reminder', { ...sender, texts: { ...texts, reminder: '{when}' } }, may, '2026-05-19T10:15'),
    ),
  );
  expect(message('recall', sender, somebody('May Chen'))).toMatch(/^Hello May, .*Willow Lane/);
});

test('a code stands beside each name for the clinic’s phone', async () => {
  openAt('#/waiting/recall', waiting());
  await expect.element(row(/Ruth Adler/)).toBeVisible();
  await expect.element(page.getByRole('img', { name: /Code that opens/ })).not.toBeInTheDocument();
  await page.getByRole('button', { name: 'Show a code beside each name' }).click();
  await expect.element(row(/Ruth Adler/).getByRole('img', { name: /to .*Ruth Adler/ })).toBeVisible();
  await expect.element(row(/Peter Novak/)).toHaveTextContent(/no code for this number/);
  await accessible();
});

test('an email is opened in the mail program, and sent is what somebody says was sent', async () => {
  const { fake } = openAt('#/waiting/recall', waiting());
  await row(/Ольга/)
    .getByRole('button', { name: /Called/ })
    .click();
  await expect.element(page.getByRole('menuitem', { name: 'Email…' })).not.toBeInTheDocument();
  await userEvent.keyboard('{Escape}');
  await row(/Ruth Adler/)
    .getByRole('button', { name: /Called/ })
    .click();
  await page.getByRole('menuitem', { name: 'Email…' }).click();
  const dialog = page.getByRole('dialog', { name: /Email to/ });
  await expect.element(dialog).toHaveTextContent(/ruth@example\.org/);
  await accessible();
  await dialog.getByLabelText('Subject').fill('');
  await dialog.getByRole('button', { name: 'Open in the mail program' }).click();
  await expect.element(dialog.getByLabelText('Subject')).toHaveAttribute('aria-invalid', 'true');
  await dialog.getByLabelText('Subject').fill('Another visit');
  await dialog.getByRole('button', { name: 'Open in the mail program' }).click();
  await expect.element(dialog).toHaveTextContent(/Send it there/);
  expect(fake.inputs('waitingSayContact')).toEqual([]);
  await dialog.getByRole('button', { name: 'It was sent' }).click();
  await expect.element(row(/Ruth Adler/)).toHaveTextContent(/Sent a message/);
  expect(fake.inputs('waitingWriteMail')).toMatchObject([
    { subject: '' },
    { client: 'of-Ruth Adler', subject: 'Another visit' },
  ]);
});

test('the practice’s own texts are kept, and what stands for nothing is refused at its field', async () => {
  let { texts } = settings;
  const kept: Answers = {
    settingsRead: () => ({ ...settings, texts }),
    settingsChangeTexts: (input) => {
      if (input.recall.includes('{when}')) {
        refuse({
          code: 'invalid',
          fields: [{ path: 'recall', problem: 'unknown_placeholder', limit: null }],
        });
      }
      texts = { ...input, version: input.version + 1 };
      return texts;
    },
  };
  const { fake } = openAt('#/waiting/recall', waiting(), kept);
  await page.getByRole('button', { name: 'Texts…' }).click();
  const dialog = page.getByRole('dialog', { name: 'What the practice writes' });
  await accessible();
  await dialog.getByLabelText('To ask somebody to come again').fill('Come {when}');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect.element(dialog).toHaveTextContent(/stands for nothing/);
  await dialog.getByLabelText('To ask somebody to come again').fill('Dear {name}, it is time.');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect.element(dialog).not.toBeInTheDocument();
  await fake.changed('settings');
  await row(/Ruth Adler/)
    .getByRole('button', { name: /Called/ })
    .click();
  await page.getByRole('menuitem', { name: 'Text by phone…' }).click();
  await expect.element(page.getByRole('textbox', { name: 'Message' })).toHaveValue('Dear Ruth, it is time.');
});
