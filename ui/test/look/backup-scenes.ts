// Backups: none, some, one under way, one that failed, and a week without any.
import type { BackupsView, MachineSettings } from '../../src/ipc/bindings';
import { backupView, noBackups, someBackups } from '../copies';
import type { Answers } from '../fake-core';
import { atKeyboard, closed, ines, machine, open, settings } from '../willow-lane';

function backups(view: BackupsView, more: Answers = {}, look: Partial<MachineSettings> = {}): Answers {
  return open({
    backupList: () => view,
    backupMake: () => new Promise(() => undefined),
    settingsRead: () => ({ ...settings, machine: { ...machine, ...look } }),
    ...more,
  });
}

const last = backupView(24 * 9).at;
const failed = { at: backupView(2).at, disk_full: true };

export const backupScenes: Record<string, () => Answers> = {
  backups: () => backups(someBackups),
  backupsNone: () => backups(noBackups),
  backupsFailed: () => backups({ ...someBackups, failed, damaged: ['20260511T120000000Z-closing'] }),
  backupsTouch: () => backups(someBackups, {}, { density: 'touch' }),
  backupsLarge: () => backups(someBackups, {}, { text_percent: 200 }),
  backupsNotOwner: () =>
    backups(noBackups, { sessionState: () => atKeyboard({ role: 'receptionist' }, { several: true }) }),
  restore: () => closed([ines], { backupAtDoor: () => someBackups.backups }),
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
