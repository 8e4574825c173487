// Lists of clients to look at: filtered, saved, nearly found, and on a screen that a queue can read.
import type { Answers } from '../fake-core';
import { machine, settings } from '../willow-lane';
import { person } from '../what-is-typed';
import { WorkingPractice } from '../working-practice';

const long = 'Everybody whom the other practice sent over in the spring, and who has not';

function listed(): Answers {
  const practice = new WorkingPractice();
  const names = [
    'Jonas Backman',
    'Ella Backström',
    'Tomás Rivera',
    'Hannah Lindqvist',
    'Samuel Adeyemi',
    'Leila Haddad',
    'Amara Nwosu',
    'Viktor Falk',
    'Ingrid Holm',
    'Kenji Mori',
    'Ruth Adler',
    'Paul Ferrand',
  ];
  names.forEach((name, at) => {
    const [given_name = '', family_name = ''] = name.split(' ');
    practice.register(
      {
        ...person,
        given_name,
        family_name,
        birth_date: `${1950 + at * 6}-0${1 + (at % 9)}-14`,
        status: at % 5 === 4 ? 'inactive' : 'active',
        tags: at % 2 ? ['Evening', 'Community'] : ['Qigong', 'Sent by Dr. Anne Roy of Yates Street'],
      },
      40 - at,
    );
  });
  const answers = practice.answers();
  const filter = { statuses: [], tags: [], responsible: null, ages: 'every', birth_month: null } as const;
  const order = { by: 'name', down: false } as const;
  for (const name of ['Evening group', long.slice(0, 60)]) {
    void answers.clientsSaveList?.({ id: null, name, filter: { ...filter, statuses: [], tags: [] }, order });
  }
  return {
    ...answers,
    clientsKnown: () => ({
      tags: ['Community', 'Evening', 'Qigong', 'Sent by Dr. Anne Roy of Yates Street'],
      practices: [],
      referrers: [],
      funds: [],
      languages: [],
    }),
  };
}

function near(): Answers {
  const answers = listed();
  return {
    ...answers,
    clientsFind: async (input) => {
      const found = await answers.clientsFind?.({ ...input, text: input.text ? 'ba' : '' });
      return {
        rows: [],
        total: 0,
        ...found,
        near: input.text === 'bakcman' ? 1 : input.text ? (found?.total ?? 0) : 0,
      };
    },
  };
}

function secure(): Answers {
  return {
    ...listed(),
    settingsRead: () => ({ ...settings, machine: { ...machine, secure_search: true } }),
  };
}

function large(): Answers {
  return { ...listed(), settingsRead: () => ({ ...settings, machine: { ...machine, text_percent: 200 } }) };
}

export const findingScenes: Record<string, () => Answers> = {
  'finding-listed': listed,
  'finding-near': near,
  'finding-secure': secure,
  'finding-large': large,
};
