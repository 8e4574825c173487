import { expect, test } from 'vitest';
import { href, parse, type Route } from '../../src/main/router.svelte';

const routes: Route[] = [
  { screen: 'today' },
  { screen: 'clients' },
  { screen: 'clients', adding: true },
  { screen: 'client', id: '0190-af' },
  { screen: 'handouts' },
  { screen: 'sheet', id: 'a/b' },
  { screen: 'sheet', id: 'draft' },
  { screen: 'draft', id: 'd 1' },
  { screen: 'note', id: 'n 1' },
  { screen: 'note', id: 'draft' },
  { screen: 'note-draft', id: 'd/1' },
  { screen: 'note-left', id: 'd/1' },
  { screen: 'points' },
  { screen: 'points', channel: 'EX-HN' },
  { screen: 'point', code: 'EX-HN1' },
  { screen: 'point', code: 'ST36' },
  { screen: 'settings' },
  { screen: 'people' },
  { screen: 'people', adding: true },
  { screen: 'person', id: 'p/1' },
  { screen: 'security' },
  { screen: 'about' },
];

test.each(routes)('the address of $screen leads back to it', (route) => {
  expect(parse(href(route))).toEqual(route);
});

test.each(['', '#', '#/', '#/nowhere', '#/client', '#/client/%E0%A4%A'])('%s leads to Today', (address) => {
  expect(parse(address)).toEqual({ screen: 'today' });
});
