// Puts a fake core under a built page before the page starts; `scene` is set by look.js.
import { FakeCore, refuse, type Answers } from '../fake-core';
import type { MachineSettings } from '../../src/ipc/bindings';
import { archiveScenes } from './archive-scenes';
import { auditScenes } from './audit-scenes';
import { backupScenes } from './backup-scenes';
import { bookingScenes } from './bookings-scenes';
import { erasureScenes } from './erasure-scenes';
import { filesScenes } from './files-scenes';
import { findingScenes } from './finding-scenes';
import { healthScenes } from './health-scenes';
import { mergingScenes } from './merging-scenes';
import { recordScenes } from './record-scenes';
import { retentionScenes } from './retention-scenes';
import { noteScenes } from './note-scenes';
import { LogoShelf, pictureBytes } from '../picture';
import { tinyPdf } from '../tiny-pdf';
import { peopleScenes } from './people-scenes';
import { closed, daniel, fresh, ines, machine, open, settings } from '../willow-lane';
import { backPain, margaret, person } from '../what-is-typed';
import { WorkingPractice } from '../working-practice';

/** A practice in the middle of its day. */
function working(): Answers {
  const practice = new WorkingPractice();
  const names = [
    'Jonas Backman',
    'Ella Backström',
    'Tomás Rivera',
    'Hannah Lindqvist',
    'Samuel Adeyemi',
    'Leila Haddad',
  ];
  names.forEach((name, at) => {
    const [given_name = '', family_name = ''] = name.split(' ');
    practice.register(
      { ...person, given_name, family_name, birth_date: `19${60 + at * 5}-0${at + 1}-14` },
      40 - at,
    );
  });
  practice.register(margaret);
  practice.keep(backPain);
  practice.draft({ kind: 'sheet', subject: null, label: 'After your treatment', body: '{}' });
  return practice.answers();
}

/** Names that are long, without a space, or read the other way, among thousands of others. */
function extreme(more: Partial<MachineSettings> = {}): Answers {
  const practice = new WorkingPractice();
  for (let at = 1; at <= 3000; at++) {
    practice.register(
      { ...person, given_name: 'Person', family_name: `Z${String(at).padStart(4, '0')}` },
      90,
    );
  }
  practice.register({ ...person, given_name: '溫', family_name: '麗華', preferred_name: '小華' });
  practice.register({
    ...person,
    given_name: 'محمد',
    family_name: 'الأنصاري',
    emails: [{ kind: 'personal', email: 'm@example.org' }],
  });
  const long = 'Wolfeschlegelsteinhausenbergerdorffhohenstaufenoberscheinfeldvorstadtmuehlennord';
  const { id } = practice.register({
    ...margaret,
    given_name: 'Maria',
    family_name: long,
    preferred_name: long.slice(0, 40),
    birth_date: '2012-03-03',
    emails: [{ kind: 'personal', email: `${long.toLowerCase()}@example.org` }],
    relations: margaret.relations.map((other) => ({ ...other, name: long })),
  });
  practice.keep(backPain);
  const sheet = practice.keep({ ...backPain, title: `${long}: what to do at home, and when to call us` });
  practice.draft({ kind: 'new_client', subject: null, label: `Maria ${long}`, body: '{}' });
  const answers = practice.answers();
  void answers.handoutsGive?.({
    sheet: sheet.id,
    version: 1,
    client: id,
    paper: 'a4',
    text_size: 20,
  });
  return { ...answers, settingsRead: () => ({ ...settings, machine: { ...machine, ...more } }) };
}

/** A practice with a logo, whose editor can bring in a picture. */
function pictured(more: Partial<MachineSettings> = {}): Answers {
  const shelf = new LogoShelf();
  shelf.printed = { id: 'logo', shows: 'A willow leaf' };
  return {
    ...working(),
    ...shelf.answers(),
    settingsRead: () => ({ ...settings, machine: { ...machine, ...more }, logo: shelf.printed }),
    settingsChooseLogo: () => refuse({ code: 'unusable_picture', reason: 'damaged' }),
    handoutsChoosePicture: () => ({ name: 'leaf.png' }),
    handoutsPicture: () => pictureBytes(),
    handoutsReview: ({ markdown }) => ({
      findings: markdown.includes('cup.png')
        ? [
            { kind: 'missing_picture', line: 3, quote: 'images/cup.png' },
            { kind: 'picture_without_words', line: 5, quote: 'leaf.png' },
          ]
        : [],
      tail: null,
      words: 12,
    }),
    handoutsPreview: ({ text }) =>
      text.markdown.includes('cup.png')
        ? refuse({ code: 'no_picture', names: ['images/cup.png'] })
        : tinyPdf([text.title], 'a4', 14),
  };
}

const scenes: Record<string, () => Answers> = {
  ...archiveScenes,
  ...auditScenes,
  ...backupScenes,
  ...bookingScenes,
  ...erasureScenes,
  ...filesScenes,
  ...findingScenes,
  ...healthScenes,
  ...mergingScenes,
  ...recordScenes,
  ...retentionScenes,
  ...noteScenes,
  ...peopleScenes,
  open: () => open(),
  working,
  pictured: () => pictured(),
  picturedTouch: () => pictured({ density: 'touch' }),
  picturedLarge: () => pictured({ text_percent: 200 }),
  extreme: () => extreme(),
  extremeTouch: () => extreme({ density: 'touch' }),
  extremeLarge: () => extreme({ text_percent: 200 }),
  closed: () =>
    closed([ines, daniel], { sessionUnlock: () => refuse({ code: 'wrong_passphrase', wait_seconds: 8 }) }),
  alone: () => closed([ines]),
  fresh: () => fresh(),
  damaged: () => ({
    settingsMachine: () => machine,
    sessionState: () => ({
      state: 'trouble',
      trouble: { kind: 'vault_damaged', folder: '/home/ines/.local/share/hegu/practice', copies: 3 },
    }),
  }),
  large: () => open({ settingsRead: () => ({ ...settings, machine: { ...machine, text_percent: 200 } }) }),
  touch: () => open({ settingsRead: () => ({ ...settings, machine: { ...machine, density: 'touch' } }) }),
  closedLarge: () => closed([ines, daniel], { settingsMachine: () => ({ ...machine, text_percent: 200 }) }),
  freshLarge: () => fresh({ settingsMachine: () => ({ ...machine, text_percent: 200 }) }),
};

declare global {
  interface Window {
    scene: string;
  }
}

new FakeCore(scenes[window.scene]?.() ?? {});
