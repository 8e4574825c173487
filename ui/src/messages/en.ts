// The English catalogue, one file for each area of the program.
import { alerts } from './en/alerts';
import { audit } from './en/audit';
import { backups } from './en/backups';
import { bookings } from './en/bookings';
import { clients } from './en/clients';
import { clinic } from './en/clinic';
import { correspondence } from './en/correspondence';
import { closeDay } from './en/close-day';
import { common } from './en/common';
import { copies } from './en/copies';
import { pins } from './en/pins';
import { custom } from './en/custom';
import { choosing } from './en/choosing';
import { erasure } from './en/erasure';
import { files } from './en/files';
import { finding } from './en/finding';
import { handouts } from './en/handouts';
import { health } from './en/health';
import { looking } from './en/looking';
import { merging } from './en/merging';
import { notes } from './en/notes';
import { oneLine } from './en/one-line';
import { parts } from './en/parts';
import { people } from './en/people';
import { placing } from './en/placing';
import { points } from './en/points';
import { putAway } from './en/put-away';
import { record } from './en/record';
import { retention } from './en/retention';
import { security } from './en/security';
import { session } from './en/session';
import { settings } from './en/settings';
import { today } from './en/today';
import { visited } from './en/visited';
import { waiting } from './en/waiting';
import { writing } from './en/writing';

export const en = {
  alerts,
  audit,
  backups,
  bookings,
  clients,
  clinic,
  correspondence,
  closeDay,
  common,
  copies,
  choosing,
  custom,
  pins,
  erasure,
  files,
  finding,
  handouts,
  health,
  looking,
  merging,
  notes,
  oneLine,
  parts,
  people,
  placing,
  points,
  putAway,
  record,
  retention,
  security,
  session,
  settings,
  today,
  visited,
  waiting,
  writing,
};
