import { expect, test } from 'vitest';
import {
  clientFrom,
  differing,
  emptyAddress,
  emptyClient,
  emptyEmail,
  emptyFund,
  emptyPhone,
  emptyRelation,
  isEmpty,
  nameOf,
  withWholeLines,
} from '../../src/features/clients/client-input';

test('what was typed into the search goes where it belongs', () => {
  expect(nameOf(clientFrom('  Maria  da Silva '))).toBe('Maria da Silva');
  expect(clientFrom('Maria da Silva')).toMatchObject({ given_name: 'Maria da', family_name: 'Silva' });
  expect(clientFrom('溫麗華')).toMatchObject({ given_name: '溫麗華', family_name: '' });
  expect(clientFrom('王 小明')).toMatchObject({ given_name: '小明', family_name: '王' });
  expect(clientFrom('maggie@example.org').emails).toEqual([
    { kind: 'personal', email: 'maggie@example.org' },
  ]);
  expect(clientFrom('+1 250-555-0199').phones).toEqual([{ ...emptyPhone(), number: '+1 250-555-0199' }]);
});

test('a name is written as its reader expects', () => {
  const named = (given_name: string, family_name: string) =>
    nameOf({ ...emptyClient(), given_name, family_name });
  expect(named('Margaret ', ' Oyelaran')).toBe('Margaret Oyelaran');
  expect(named('小明', '王')).toBe('王小明');
  expect(named('さくら', '佐々木')).toBe('佐々木さくら');
  expect(named('サブロー', 'ヤマダ')).toBe('ヤマダサブロー');
  expect(named('민수', '김')).toBe('김민수');
  expect(named('Li-Hua', '溫')).toBe('Li-Hua 溫');
  expect(named('小明', '')).toBe('小明');
});

test('opened but empty lines change nothing', () => {
  const opened = {
    ...emptyClient(),
    phones: [{ ...emptyPhone('home'), number: ' ' }],
    emails: [emptyEmail()],
    addresses: [emptyAddress()],
    relations: [{ ...emptyRelation(), emergency: true }],
    funds: [emptyFund()],
  };
  expect(isEmpty(opened)).toBe(true);
  const typed = { ...emptyClient(), notes: 'x', emails: [{ ...emptyEmail(), email: 'y' }] };
  expect(differing(opened, typed)).toEqual(['emails', 'notes']);
});

test('a draft of an earlier version of the program is taken up with every line whole', () => {
  const earlier = {
    ...emptyClient(),
    phones: [{ kind: 'home', number: '250' }],
    relations: [{ name: 'Tunde', emergency: true }],
  } as unknown as ReturnType<typeof emptyClient>;
  const taken = withWholeLines(earlier);
  expect(taken.phones).toEqual([{ ...emptyPhone('home'), number: '250' }]);
  expect(taken.relations).toEqual([{ ...emptyRelation(), name: 'Tunde', emergency: true }]);
});
