// The English catalogue, one file for each area of the program.
import { common } from './en/common';
import { session } from './en/session';
import { settings } from './en/settings';

export const en = { common, session, settings };
