import { noteSections } from '../../ipc/call';
import { isolate } from '../isolate';
import { counted } from '../language';
import { common } from './common';

type Word = keyof typeof common.people;

const { people } = common;
/** As on the printed note. */
const names: Record<keyof typeof noteSections, { letter: string; label: string }> = noteSections;
const plural = counted('en');

export const notes = {
  newNote: 'New note',
  openNote: 'Open note',
  title: (name: string) => `Note, ${name}`,
  form: (name: string) => `Note for ${isolate(name)}`,
  saved: (time: string) => `Draft, saved ${time}`,
  unsaved: 'Draft',
  throwAway: 'Throw away',
  thrownAway: 'The note is thrown away.',
  giveSheet: 'Give a sheet',
  sign: 'Sign',
  cannotSign: 'Your role writes notes but does not sign them.',
  empty: 'A note needs at least a word or a point before it can be signed.',

  sections: {
    visit_date: { letter: '', label: 'Visit', hint: '' },
    subjective: { ...names.subjective, hint: 'What is told: what changed, where it hurts, how much' },
    objective: { ...names.objective, hint: 'Tongue, pulse, what you see and feel' },
    assessment: { ...names.assessment, hint: 'Pattern, diagnosis, principle' },
    points: { letter: '', label: 'Points', hint: '' },
    plan: { ...names.plan, hint: 'Advice, home care, next visit' },
  },
  visitDate: 'Date of the visit',

  last: {
    label: (section: string) => `${section}, last visit`,
    signedBy: (name: string) => `signed by ${isolate(name)}`,
    first: 'The first note here.',
    failed: 'The last visit cannot be shown.',
    nothing: 'Nothing written.',
    same: 'Same',
    sameAs: (section: string) => ` as last time: ${section}`,
    taken: (section: string) => `${section} is taken over from the last visit.`,
    whole: 'Show all',
  },

  signing: {
    title: 'Sign the note',
    ask: (date: string, name: string) =>
      `Sign the note of ${date} for ${isolate(name)}. It cannot be changed afterwards, only added to.`,
    askAddendum: (date: string, name: string) =>
      `Sign the addendum to the note of ${date} for ${isolate(name)}. It cannot be changed afterwards.`,
    addendumTitle: 'Sign the addendum',
    proof:
      'Your passphrase was last given more than five minutes ago. Give it once more, to show that it is you who signs.',
    signed: (name: string) => `The note for ${isolate(name)} is signed.`,
    signedAddendum: 'The addendum is signed.',
    next: (name: string) => `Signed. Does ${isolate(name)} take a sheet home?`,
  },

  view: {
    title: (date: string) => `Note of ${date}`,
    of: (date: string) => `Visit of ${date}`,
    menu: (date: string) => `What to do with the note of ${date}`,
    nothing: 'Nothing written.',
    open: 'Open note',
    savePdf: 'Save as PDF',
    savedAs: (name: string) => `Saved as ${name}.`,
    sealed: (who: string, when: string) => `Signed by ${isolate(who)} on ${when}, checked just now`,
    sealedAddendum: (who: string, when: string) => `Added and signed by ${isolate(who)} on ${when}`,
    broken: 'The seal of this note is broken',
    brokenAddendum: 'The seal of this addendum is broken',
    brokenWhy: (who: string, when: string) =>
      `What stands here is not what ${isolate(who)} signed on ${when}, so do not rely on it. Compare it with a printed copy or with an older backup, and do not work on this computer until someone has looked at it.`,
    fingerprint: 'Fingerprint',
    addenda: 'Addenda',
    addendum: (date: string) => `Addendum of ${date}`,
    gone: 'This note is no longer here',
    draftGone: 'This note is signed or thrown away',
    draftGoneHint: (word: Word) => `Signed notes stand on the ${people[word].one}’s timeline.`,
    people: (word: Word) => `All ${people[word].many}`,
    failed: 'The note cannot be shown.',
  },

  addendum: {
    add: 'Add an addendum',
    label: 'New addendum',
    hint: 'What is to be added. The note itself stays as it was signed.',
    sign: 'Sign the addendum',
    throwAway: 'Throw away',
    thrownAway: 'The addendum is thrown away.',
  },

  left: {
    title: 'Note left unsigned',
    why: (who: string, when: string) =>
      `${isolate(who)} left before this was signed. It was closed on ${when} as it stood. Nobody can finish it; it is no signed record.`,
    gone: 'This note is no longer here',
    failed: 'The note cannot be shown.',
  },

  unfinished: {
    being: 'Note being written',
    of: (date: string) => `Note of ${date}, being written`,
    goOn: 'Open note',
    points: (points: number, needles: number) =>
      `${plural(points, { one: '1 point', other: '# points' })}, ${plural(needles, { one: '1 needle', other: '# needles' })}`,
  },
};
