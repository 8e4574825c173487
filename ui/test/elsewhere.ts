// The clinic's zone, and its calendar on paper in a folder, from memory.
import type { WeekPaper } from '../src/ipc/bindings';
import type { WorkingDiary } from './diary';
import type { Answers } from './fake-core';

const FOLDER = '/home/ines/Sync/At home';

export function elsewhere(diary: WorkingDiary): Answers {
  let paper: WeekPaper | null = null;
  return {
    clinicMoveZone: ({ zone }) => {
      const { setup } = diary;
      diary.setup = { ...setup, zone, other_zone: setup.zone === zone ? setup.other_zone : null };
      diary.changed();
      return diary.setup;
    },
    clinicWeekPaper: () => ({ paper }),
    clinicChooseWeekPaper: () => {
      paper = { folder: FOLDER, file: 'Calendar (initials).pdf', written: Date.UTC(2026, 4, 12, 17, 57) };
      return { folder: FOLDER };
    },
    clinicForgetWeekPaper: () => {
      paper = null;
      return null;
    },
  };
}
