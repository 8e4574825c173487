// The clinic as a place: its clock, and its calendar on paper elsewhere.
import { isolate } from '../isolate';
import { counted } from '../language';

const plural = counted('en');

export const clinic = {
  zone: {
    other: (clinic: string, computer: string) =>
      `The calendar keeps the clinic’s time (${clinic}). This computer is set to ${computer}.`,
    stays: 'That is right while the computer travels. Has the clinic moved?',
    move: (zone: string) => `Take the calendar to ${zone}`,
    what: 'Every visit to come keeps its time of day.',
    moved: (zone: string) => `The calendar is in ${zone} now. Every visit to come keeps its time of day.`,
    nowhere: (visits: number, zone: string) =>
      `Nothing was moved: the clocks leave the time of ${plural(visits, { one: '1 visit', other: '# visits' })} out in ${zone}. Move them first.`,
  },

  paper: {
    title: 'On paper elsewhere',
    none: 'This week and the next can be kept as a PDF in a folder, to see them at home: times and first letters only.',
    warning: 'Whoever gets at the folder can read it.',
    choose: 'Keep it in a folder…',
    another: 'Another folder…',
    stop: 'Stop, and remove it',
    chosen: (folder: string) => `The calendar is kept in ${isolate(folder)}.`,
    stopped: 'The calendar is kept there no more.',
    written: (at: string) => `Written ${at}`,
    missing: 'Not there: it is written again as soon as the folder can be reached.',
    folder: 'Copy the path of the folder',
  },
};
