import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { looking } from '../../src/features/bookings/looking.svelte';
import { busyDay } from '../busy-day';
import { TODAY } from '../diary';
import { refuse } from '../fake-core';
import { WorkingPractice } from '../working-practice';
import { accessible } from './stand';
import { openAt } from './working';

const toast = () => page.getByRole('region', { name: 'What was just done' });

function busy(): WorkingPractice {
  const practice = new WorkingPractice();
  busyDay(practice.diary);
  return practice;
}

beforeEach(() => {
  Object.assign(looking, { view: 'day', day: TODAY, by: 'rooms', only: '', hour: 72, freeOnly: false });
});

test('a clinic that moved takes its calendar along, and undo takes it back', async () => {
  const practice = busy();
  practice.diary.setup = { ...practice.diary.setup, other_zone: 'America/Toronto' };
  const { fake } = openAt('#/calendar', practice);
  await expect.element(page.getByText(/This computer is set to America\/Toronto/)).toBeVisible();
  await accessible();
  await page.getByRole('button', { name: 'Take the calendar to America/Toronto' }).click();
  await expect.element(page.getByText(/This computer is set to/)).not.toBeInTheDocument();
  await toast().getByRole('button', { name: /Undo/ }).click();
  const from = expect.stringMatching(/^2026-05-12T/);
  expect(fake.inputs('clinicMoveZone')).toEqual([
    { zone: 'America/Toronto', from },
    { zone: 'America/Vancouver', from },
  ]);
});

test('a visit at a time that is left out there keeps the calendar where it is', async () => {
  const practice = busy();
  practice.diary.setup = { ...practice.diary.setup, other_zone: 'Europe/London' };
  const obstacles = [{ kind: 'no_such_time' as const, booking: practice.diary.bookings[0]!.id }];
  openAt('#/calendar', practice, { clinicMoveZone: () => refuse({ code: 'in_the_way', obstacles }) });
  await page.getByRole('button', { name: 'Take the calendar to Europe/London' }).click();
  await expect.element(page.getByText(/Nothing was moved: .*1 visit/)).toBeVisible();
});

test('the calendar is kept on paper in a folder until that is stopped', async () => {
  openAt('#/settings/calendar', busy());
  await expect.element(page.getByText(/times and first letters only/)).toBeVisible();
  await page.getByRole('button', { name: 'Keep it in a folder…' }).click();
  await expect.element(page.getByRole('main').getByText('/home/ines/Sync/At home')).toBeVisible();
  await expect.element(page.getByText(/^Written/)).toBeVisible();
  await accessible();
  await page.getByRole('button', { name: 'Stop, and remove it' }).click();
  await expect.element(page.getByRole('main').getByText('/home/ines/Sync/At home')).not.toBeInTheDocument();
});
