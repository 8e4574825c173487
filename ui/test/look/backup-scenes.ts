// Backups: none, some, one under way, one that failed, and a week without any.
import type { BackupsView, CopyWanted, MachineSettings, TodayView } from '../../src/ipc/bindings';
import { backupView, foundInBackup, noBackups, picked, someBackups, stick } from '../copies';
import type { Answers } from '../fake-core';
import { atKeyboard, closed, fresh, ines, machine, open, quietDay, settings } from '../willow-lane';

function backups(view: BackupsView, more: Answers = {}, look: Partial<MachineSettings> = {}): Answers {
  return open({
    backupList: () => view,
    backupMake: () => new Promise(() => undefined),
    copiesList: () => ({ place: stick }),
    copiesMake: () => new Promise(() => undefined),
    settingsRead: () => ({ ...settings, machine: { ...machine, ...look } }),
    ...more,
  });
}

const todayWith = (copy_wanted: CopyWanted | null): TodayView => ({
  ...quietDay,
  copy_wanted,
  try_restore_wanted: true,
});

const last = backupView(24 * 9).at;
const failed = { at: backupView(2).at, disk_full: true };

export const backupScenes: Record<string, () => Answers> = {
  backups: () => backups(someBackups),
  filesDamaged: () =>
    backups(someBackups, { backupCheckFiles: () => ({ files: 412, damaged: 3, in_backups: 2 }) }),
  filesWhole: () =>
    backups(someBackups, { backupCheckFiles: () => ({ files: 412, damaged: 0, in_backups: 0 }) }),
  backupsNone: () => backups(noBackups, { copiesList: () => ({ place: null }) }),
  backupsFailed: () => backups({ ...someBackups, failed, damaged: ['20260511T120000000Z-closing'] }),
  copiesFailed: () =>
    backups(someBackups, {
      copiesList: () => ({
        place: { ...stick, there: false, same_disk: true, copies: [], failed: { at: last, reason: 'gone' } },
      }),
    }),
  copyWanted: () => backups(noBackups, { todayRead: () => todayWith({ last: null, place: false }) }),
  tryWanted: () => backups(noBackups, { todayRead: () => todayWith(null) }),
  copyWantedFresh: () =>
    backups(noBackups, {
      todayRead: () => ({ ...todayWith({ last: null, place: false }), recent: [], clients: 0 }),
    }),
  backupsTouch: () => backups(someBackups, {}, { density: 'touch' }),
  backupsLarge: () => backups(someBackups, {}, { text_percent: 200 }),
  backupsNotOwner: () =>
    backups(noBackups, { sessionState: () => atKeyboard({ role: 'receptionist' }, { several: true }) }),
  restore: () =>
    closed([ines], { backupAtDoor: () => someBackups.backups, backupBringIn: () => foundInBackup }),
  restoreNew: () =>
    fresh({
      backupAtDoor: () => [],
      backupPickCopy: () => ({ copy: picked }),
      backupBringIn: () => ({ ...foundInBackup, replaces: null, missing_files: 2 }),
    }),
  firstPlace: () => fresh({ copiesChooseFirstPlace: () => ({ folder: '/media/ines/WILLOW' }) }),
  restoreNone: () => closed([ines], { backupAtDoor: () => [] }),
  restoreLarge: () =>
    closed([ines], {
      backupAtDoor: () => someBackups.backups,
      settingsMachine: () => ({ ...machine, text_percent: 200 }),
    }),
  backupsWeek: () =>
    backups(someBackups, {
      sessionState: () => atKeyboard({}, { warnings: [{ warning: 'no_backup', last, disk_full: true }] }),
    }),
};
