// The English catalogue, one file for each area of the program.
import { audit } from './en/audit';
import { backups } from './en/backups';
import { bookings } from './en/bookings';
import { clients } from './en/clients';
import { closeDay } from './en/close-day';
import { common } from './en/common';
import { copies } from './en/copies';
import { handouts } from './en/handouts';
import { notes } from './en/notes';
import { oneLine } from './en/one-line';
import { parts } from './en/parts';
import { people } from './en/people';
import { points } from './en/points';
import { security } from './en/security';
import { session } from './en/session';
import { settings } from './en/settings';
import { today } from './en/today';
import { alerts } from './en/alerts';
import { clinic } from './en/clinic';
import { waiting } from './en/waiting';

export const en = {
  audit,
  backups,
  bookings,
  clients,
  closeDay,
  common,
  copies,
  handouts,
  notes,
  oneLine,
  parts,
  people,
  points,
  security,
  session,
  settings,
  today,
  alerts,
  clinic,
  waiting,
};
