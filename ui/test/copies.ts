// Backups for component tests and for looking at the screen.
import type { BackupsView, BackupView } from '../src/ipc/bindings';
import { NOW } from './willow-lane';

const HOUR = 3_600_000;

/** So many hours ago. */
export function backupView(hours: number, more: Partial<BackupView> = {}): BackupView {
  return {
    folder: `2026-backup-${hours}`,
    at: NOW - hours * HOUR,
    kind: 'hourly',
    clients: 1412,
    notes: 5230,
    last_note: NOW - (hours + 1) * HOUR,
    bytes: 36_400_000,
    ...more,
  };
}

export const noBackups: BackupsView = {
  backups: [],
  damaged: [],
  failed: null,
  folder: '/home/ines/.local/share/hegu/practice/backups',
};

export const someBackups: BackupsView = {
  ...noBackups,
  backups: [
    backupView(1),
    backupView(3),
    backupView(17, { kind: 'closing', clients: 1411 }),
    backupView(42, { kind: 'by_hand', clients: 1409, notes: 5214 }),
    backupView(24 * 8, { kind: 'closing', clients: 1398, notes: 5101, bytes: 35_900_000 }),
    backupView(24 * 40, { kind: 'closing', clients: 1301, notes: 4822, bytes: 33_100_000 }),
  ],
};
