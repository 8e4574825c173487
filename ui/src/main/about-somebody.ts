// What is done for somebody: on a person's own page it is for them, elsewhere it is asked for whom.
import CalendarPlus from '@lucide/svelte/icons/calendar-plus';
import DoorOpen from '@lucide/svelte/icons/door-open';
import FileText from '@lucide/svelte/icons/file-text';
import NotebookPen from '@lucide/svelte/icons/notebook-pen';
import { mayBook } from '../features/bookings/may-book';
import type { ClientRow } from '../ipc/bindings';
import { core } from '../ipc/call';
import { words } from '../messages';
import { send } from '../views/errand';
import { writeNote, writesNotes } from '../views/note-drafts';
import { walkIn } from '../views/walk-in';
import type { Action } from './actions';
import { overlay, type Question } from './overlay.svelte';
import { practice } from './practice.svelte';
import { router } from './router.svelte';

/** On a person's own page the booking is for them. In the calendar its own button is pressed, which knows the day. Whoever
 * walks in is chosen in the form. */
export function bookAction(): Action[] {
  const { route } = router;
  if (!mayBook(practice.me.role)) return [];
  const run = () => {
    const button = document.querySelector<HTMLElement>('[data-book]');
    if (button) button.click();
    else send({ screen: 'calendar' }, { book: route.screen === 'client' ? { client: route.id } : {} });
  };
  return [
    {
      id: 'new-booking',
      group: 'act',
      label: words.common.actions.newBooking,
      icon: CalendarPlus,
      keys: 'Mod+Shift+B',
      single: 'B',
      run,
    },
    {
      id: 'walk-in',
      group: 'act',
      label: words.bookings.day.walkIn,
      icon: DoorOpen,
      single: 'W',
      run: walkIn,
    },
  ];
}

/** On a person's own page the note is about them; elsewhere it is asked about whom. */
export function noteAction(): Action[] {
  const { route } = router;
  if (!writesNotes(practice.me.role)) return [];
  const action = {
    id: 'new-note' as const,
    group: 'act' as const,
    label: words.common.actions.newNote,
    icon: NotebookPen,
    single: 'T',
  };
  if (route.screen !== 'client') {
    return [asking(action, { ask: words.common.palette.noteAbout, icon: NotebookPen, choose: writeNote })];
  }
  const run = async () => {
    const [client] = await core.clientsRows({ ids: [route.id] });
    if (client) await writeNote(client);
  };
  return [{ ...action, run }];
}

/** The same for a sheet; where sheets are given the screen itself asks for whom. */
export function sheetAction(): Action {
  const { route } = router;
  const action = {
    id: 'give-sheet' as const,
    group: 'act' as const,
    label: words.common.actions.giveSheet,
    icon: FileText,
    single: 'H',
  };
  const giveTo = (id: string) => send({ screen: 'handouts' }, { giveTo: id });
  if (route.screen === 'client') return { ...action, run: () => giveTo(route.id) };
  if (route.screen === 'handouts' || route.screen === 'sheet') return { ...action, run: focusGiveTo };
  const choose = ({ id }: ClientRow) => giveTo(id);
  return asking(action, { ask: words.common.palette.giveTo, icon: FileText, choose });
}

function asking(action: Omit<Action, 'run'>, question: Question): Action {
  return { ...action, question, run: () => overlay.askFor(question) };
}

function focusGiveTo(): void {
  document.querySelector<HTMLInputElement>('[data-give-to] input[role=combobox]')?.focus();
}
