import { expect, test } from 'vitest';
import { clientFrom, differing, emptyClient, isEmpty, nameOf } from '../../src/features/clients/client-input';

test('what was typed into the search goes where it belongs', () => {
  expect(nameOf(clientFrom('  Maria  da Silva '))).toBe('Maria da Silva');
  expect(clientFrom('Maria da Silva')).toMatchObject({ given_name: 'Maria da', family_name: 'Silva' });
  expect(clientFrom('溫麗華')).toMatchObject({ given_name: '溫麗華', family_name: '' });
  expect(clientFrom('maggie@example.org').email).toBe('maggie@example.org');
  expect(clientFrom('+1 250-555-0199').phones).toEqual([{ kind: 'mobile', number: '+1 250-555-0199' }]);
});

test('an opened but empty phone line changes nothing', () => {
  const opened = { ...emptyClient(), phones: [{ kind: 'home' as const, number: ' ' }] };
  expect(isEmpty(opened)).toBe(true);
  expect(differing(opened, { ...emptyClient(), notes: 'x', email: 'y' })).toEqual(['email', 'notes']);
});
