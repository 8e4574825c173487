// Backups for component tests and for looking at the screen.
import type {
  BackupFound,
  BackupsView,
  BackupView,
  CopyAtHand,
  CopyView,
  PlaceView,
} from '../src/ipc/bindings';
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
  tried: null,
};

export const someBackups: BackupsView = {
  ...noBackups,
  tried: {
    at: NOW - 26 * 24 * HOUR,
    from_outside: true,
    made: NOW - 27 * 24 * HOUR,
    clients: 1380,
    notes: 5090,
    missing_files: 0,
  },
  backups: [
    backupView(1),
    backupView(3),
    backupView(17, { kind: 'closing', clients: 1411 }),
    backupView(42, { kind: 'by_hand', clients: 1409, notes: 5214 }),
    backupView(24 * 8, { kind: 'closing', clients: 1398, notes: 5101, bytes: 35_900_000 }),
    backupView(24 * 40, { kind: 'closing', clients: 1301, notes: 4822, bytes: 33_100_000 }),
  ],
};

function copyView(hours: number, more: Partial<CopyView> = {}): CopyView {
  return {
    file: `practice-2026-${hours}.hegubak`,
    at: NOW - hours * HOUR,
    bytes: 51_200_000,
    standing: { is: 'good', clients: 1412, notes: 5230 },
    ...more,
  };
}

/** A stick with three copies. */
export const stick: PlaceView = {
  folder: '/media/ines/WILLOW',
  there: true,
  same_disk: false,
  last: NOW - 20 * HOUR,
  failed: null,
  copies: [
    copyView(20),
    copyView(44, { standing: { is: 'good', clients: 1409, notes: 5214 } }),
    copyView(24 * 9, { standing: { is: 'earlier_key' }, bytes: 49_900_000 }),
    copyView(24 * 40, { standing: { is: 'damaged' }, bytes: 12_000_000 }),
  ],
};

/** A copy that was picked at the door, and what is in it. */
export const picked: CopyAtHand = {
  practice_name: 'Willow Lane Acupuncture',
  at: NOW - 20 * HOUR,
  bytes: 51_200_000,
};

export const foundInBackup: BackupFound = {
  practice_name: 'Willow Lane Acupuncture',
  at: NOW - HOUR,
  clients: 1412,
  notes: 5230,
  last_note: NOW - 2 * HOUR,
  missing_files: 0,
  replaces: 'Willow Lane Acupuncture',
};
