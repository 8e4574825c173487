// The English catalogue, one file for each area of the program.
import { audit } from './en/audit';
import { clients } from './en/clients';
import { common } from './en/common';
import { handouts } from './en/handouts';
import { notes } from './en/notes';
import { parts } from './en/parts';
import { points } from './en/points';
import { session } from './en/session';
import { settings } from './en/settings';
import { today } from './en/today';

export const en = { audit, clients, common, handouts, notes, parts, points, session, settings, today };
