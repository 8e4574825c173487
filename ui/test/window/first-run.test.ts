import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import Closed from '../../src/main/Closed.svelte';
import { pages } from '../../src/shared/pages';
import { refuse } from '../fake-core';
import { fresh } from '../willow-lane';
import { accessible, core, stand } from './stand';

const next = () => page.getByRole('button', { name: 'Continue' });
const back = () => page.getByRole('button', { name: 'Back' });
const later = () => page.getByRole('button', { name: 'Later', exact: true });
const titled = (title: string) => expect.element(page.getByRole('heading', { name: title })).toBeVisible();

async function named() {
  await page.getByLabelText('Name of the practice').fill('Willow Lane Acupuncture');
  await page.getByLabelText('Your name').fill('Ines Marlow');
  await page.getByLabelText('Your credentials').fill('R.Ac.');
}

test('from a fresh computer to an open practice, by keyboard alone', async () => {
  const fake = core(fresh({ copiesChooseFirstPlace: () => ({ folder: '/media/ines/WILLOW' }) }));
  stand(Closed, {});
  await expect.element(page.getByLabelText('Name of the practice')).toHaveFocus();
  await userEvent.keyboard('Willow Lane Acupuncture{Tab}Ines Marlow{Tab}R.Ac.{Enter}');
  await expect.element(page.getByText('willow ladder tin orbit candle')).toBeVisible();
  await expect.element(next()).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('button', { name: 'Choose a place' })).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('Copies go to /media/ines/WILLOW')).toBeVisible();
  await next().click();
  await expect.element(page.getByRole('button', { name: 'Save as PDF' })).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('Saved as Hegu recovery sheet.pdf.')).toBeVisible();
  await next().click();
  await expect.element(page.getByLabelText('Group 3')).toHaveFocus();
  await userEvent.keyboard('T4WE{Tab}V1GS{Enter}');
  await expect
    .element(page.getByRole('button', { name: 'Open the practice' }))
    .toHaveAttribute('aria-busy', 'true');
  expect(fake.inputs('sessionPreparePractice')).toEqual([
    {
      practice_name: 'Willow Lane Acupuncture',
      owner_name: 'Ines Marlow',
      credentials: 'R.Ac.',
      passphrase: 'willow ladder tin orbit candle',
      passphrase_again: 'willow ladder tin orbit candle',
    },
  ]);
  expect(fake.inputs('sessionCreatePractice')).toEqual([{ groups: ['T4WE', 'V1GS'] }]);
  expect(pages.open).toHaveBeenCalledOnce();
});

test('every step reads well for axe', async () => {
  core(fresh());
  stand(Closed, {});
  await titled('Welcome to Hegu');
  await accessible();
  await named();
  await next().click();
  await expect.element(page.getByText('willow ladder')).toBeVisible();
  await accessible();
  await page.getByRole('button', { name: 'Type my own instead' }).click();
  await page.getByLabelText('Passphrase', { exact: true }).fill('needles');
  await expect.element(page.getByText('Guessed in minutes')).toBeVisible();
  await accessible();
  await page.getByRole('button', { name: 'Take five random words instead' }).click();
  await next().click();
  await titled('A copy outside this computer');
  await accessible();
  await later().click();
  await titled('Your recovery sheet');
  await accessible();
  await next().click();
  await titled('Read it back');
  await accessible();
});

test('a name is enough to ask for, and is asked for at its field', async () => {
  core(fresh());
  stand(Closed, {});
  await next().click();
  await expect.element(page.getByLabelText('Name of the practice')).toHaveAttribute('aria-invalid', 'true');
  await expect.element(page.getByLabelText('Your credentials')).not.toHaveAttribute('aria-invalid');
});

test('going back loses nothing, and unchanged answers keep the same sheet', async () => {
  const fake = core(fresh());
  stand(Closed, {});
  await named();
  await next().click();
  await page.getByRole('button', { name: 'Type my own instead' }).click();
  await page.getByLabelText('Passphrase', { exact: true }).fill('a quite long passphrase of mine');
  await page.getByLabelText('Passphrase again').fill('a quite long passphrase of mine');
  await next().click();
  await later().click();
  await titled('Your recovery sheet');
  await back().click();
  await titled('A copy outside this computer');
  await back().click();
  await expect
    .element(page.getByLabelText('Passphrase again'))
    .toHaveValue('a quite long passphrase of mine');
  await back().click();
  await expect.element(page.getByLabelText('Your credentials')).toHaveValue('R.Ac.');
  await next().click();
  await next().click();
  await later().click();
  await titled('Your recovery sheet');
  expect(fake.inputs('sessionPreparePractice')).toHaveLength(1);
});

test('a refused field brings back the step that holds it', async () => {
  core(
    fresh({
      sessionPreparePractice: () =>
        refuse({ code: 'invalid', fields: [{ path: 'owner_name', problem: 'too_long', limit: 120 }] }),
    }),
  );
  stand(Closed, {});
  await named();
  await next().click();
  await expect.element(page.getByText('willow ladder')).toBeVisible();
  await next().click();
  await titled('Welcome to Hegu');
  await expect.element(page.getByText('at most 120 letters').first()).toBeVisible();
});

test('a group that does not match is named, and what was typed stays', async () => {
  core(
    fresh({
      sessionCreatePractice: () =>
        refuse({ code: 'invalid', fields: [{ path: 'groups.1', problem: 'does_not_match', limit: null }] }),
    }),
  );
  stand(Closed, {});
  await named();
  await next().click();
  await expect.element(page.getByText('willow ladder')).toBeVisible();
  await next().click();
  await later().click();
  await titled('Your recovery sheet');
  await next().click();
  await page.getByLabelText('Group 3').fill('T4WE');
  await page.getByLabelText('Group 7').fill('V1G5');
  await page.getByRole('button', { name: 'Open the practice' }).click();
  await expect.element(page.getByLabelText('Group 7')).toHaveAttribute('aria-invalid', 'true');
  await expect.element(page.getByLabelText('Group 3')).not.toHaveAttribute('aria-invalid');
  await expect.element(page.getByLabelText('Group 7')).toHaveValue('V1G5');
});

test('leaving in the middle forgets what was prepared; before that there is nothing to forget', async () => {
  const fake = core(fresh());
  stand(Closed, {});
  await named();
  await next().click();
  await expect.element(page.getByText('willow ladder')).toBeVisible();
  dispatchEvent(new Event('pagehide'));
  expect(fake.inputs('sessionAbandonPractice')).toHaveLength(0);
  await next().click();
  await later().click();
  await titled('Your recovery sheet');
  dispatchEvent(new Event('pagehide'));
  await expect.poll(() => fake.inputs('sessionAbandonPractice')).toHaveLength(1);
});
