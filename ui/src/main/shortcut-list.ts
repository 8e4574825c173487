// Every key there is, by where it works: the actions that have one, and what holds inside screens and fields.
import { words } from '../messages';
import { findFolded } from '../shared/fold';
import { localDate } from '../shared/local-date';
import { calendarKeys } from '../views/calendar-keys';
import { actions } from './actions';

export type Shortcut = { id: string; label: string; keys: string[] };
export type ShortcutGroup = { id: string; label: string; rows: Shortcut[] };

/** The groups with what fits the text; `single` says whether single keys do anything. */
export function shortcuts(text: string, single: boolean): ShortcutGroup[] {
  const say = words.common.shortcuts;
  const known = actions().map(({ id, group, label, keys, single: one }) => ({
    id,
    group,
    label,
    keys: [keys, single ? one : undefined].filter((key) => key !== undefined),
  }));
  const of = (group: string) => known.filter((row) => row.group === group && row.keys.length > 0);
  const groups: ShortcutGroup[] = [
    { id: 'go', label: say.groups.go, rows: of('go') },
    { id: 'act', label: say.groups.act, rows: of('act') },
    { id: 'look', label: say.groups.look, rows: of('look') },
    {
      id: 'screen',
      label: say.groups.screen,
      rows: [
        { id: 'undo', label: say.undo, keys: ['Mod+Z'] },
        { id: 'menu', label: say.menu, keys: ['Shift+F10'] },
        { id: 'leave', label: say.leave, keys: ['Escape'] },
      ],
    },
    { id: 'calendar', label: say.groups.calendar, rows: inCalendar(single) },
    {
      id: 'lists',
      label: say.groups.lists,
      rows: [
        { id: 'next', label: say.nextRow, keys: single ? ['Down', 'J'] : ['Down'] },
        { id: 'previous', label: say.previousRow, keys: single ? ['Up', 'K'] : ['Up'] },
        { id: 'open', label: say.openRow, keys: ['Enter'] },
      ],
    },
    {
      id: 'fields',
      label: say.groups.fields,
      rows: [
        { id: 'finish', label: say.finish, keys: ['Mod+Enter'] },
        { id: 'accents', label: say.accents, keys: ['Alt+Down'] },
        { id: 'bold', label: say.bold, keys: ['Mod+B'] },
        { id: 'italic', label: say.italic, keys: ['Mod+I'] },
      ],
    },
  ];
  return groups
    .map((group) => ({ ...group, rows: group.rows.filter((row) => fits(row, text)) }))
    .filter((group) => group.rows.length > 0);
}

/** What a key of the calendar means elsewhere it means there with Shift. */
function inCalendar(single: boolean): Shortcut[] {
  const say = words.looking.keys;
  const own = single ? calendarKeys(localDate) : [];
  const shifted = actions().filter((action) => own.some(({ key }) => key === action.single));
  return [
    ...own.map(({ id, label, key }) => ({ id, label, keys: [key] })),
    ...shifted.map(({ id, label, single: key }) => ({ id, label, keys: [`Shift+${key}`] })),
    { id: 'move', label: say.move, keys: ['Alt+Up', 'Alt+Down'] },
    { id: 'stretch', label: say.stretch, keys: ['Alt+Shift+Down', 'Alt+Shift+Up'] },
  ];
}

/** By what it does, or by the key itself. */
function fits({ label, keys }: Shortcut, text: string): boolean {
  const wanted = text.trim();
  if (!wanted || findFolded(label, wanted)) return true;
  const caps = keys.map((key) => key.replaceAll('Mod', 'Ctrl').toLowerCase());
  return caps.some((key) => key === wanted.toLowerCase() || key.split(/[+ ]/).includes(wanted.toLowerCase()));
}
