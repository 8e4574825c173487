// How long records are kept: the rules in the settings, and what a record says of itself.
import { refuse, type Answers } from '../fake-core';
import { atKeyboard, ines, machine, NOW, settings } from '../willow-lane';
import { WorkingPractice } from '../working-practice';
import { whole } from './record-scenes';

const DAY = 86_400_000;

/** A record whose last entry is of this day, in a practice that goes by a rule. */
function kept(
  rule: string | null,
  entry: string | null,
  more: (practice: WorkingPractice) => void = () => undefined,
) {
  const practice = new WorkingPractice();
  practice.keeping.goBy(rule);
  const { id } = practice.register({ ...whole, relations: [], notes: '', funds: [], tags: [] });
  if (entry) practice.keeping.entries[id] = entry;
  more(practice);
  return practice;
}

const held = (practice: WorkingPractice) => {
  practice.keeping.holds['client-1'] = [
    { id: 'h1', reason: 'Complaint to the College, file 2026-118', at: NOW - 40 * DAY, by: ines.name },
    {
      id: 'h2',
      reason: 'Claim of the insurer.\nAsk Ms. Roy before anything is given out.',
      at: NOW,
      by: ines.name,
    },
  ];
};

const checked = (practice: WorkingPractice) => {
  practice.keeping.rules = practice.keeping.rules.map((rule) =>
    rule.id === 'tx' ? { ...rule, checked_at: NOW, checked_by: ines.name } : rule,
  );
};

const desk: Answers = { sessionState: () => atKeyboard({ role: 'receptionist' }) };
const large: Answers = { settingsRead: () => ({ ...settings, machine: { ...machine, text_percent: 200 } }) };

export const retentionScenes: Record<string, () => Answers> = {
  'retention-rules': () => kept('tx', null, checked).answers(),
  'retention-none': () => kept(null, null).answers(),
  'retention-desk': () => ({ ...kept('tx', null, checked).answers(), ...desk }),
  'retention-large': () => ({ ...kept('tx', null, checked).answers(), ...large }),
  'retention-failed': () => ({
    ...kept('tx', null).answers(),
    retentionRules: () => refuse({ code: 'unexpected', reference: 'a1b2c3' }),
  }),
  'retention-stale': () => {
    const practice = kept('tx', null, checked);
    return {
      ...practice.answers(),
      retentionKeepRule: ({ id }) => refuse({ code: 'stale', id: id ?? '', version: 2 }),
    };
  },
  'retention-until': () => kept('fl', '2026-05-12').answers(),
  'retention-age': () =>
    kept('tx', '2020-03-04', (practice) => {
      practice.change('client-1', { birth_date: '' });
      practice.keeping.over = ['client-1'];
    }).answers(),
  'retention-held': () => kept('fl', '2026-05-12', held).answers(),
  'retention-held-large': () => ({ ...kept('fl', '2026-05-12', held).answers(), ...large }),
};
