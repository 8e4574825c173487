// What can be done with a client from any list: on a right click, by the Menu key, and from the palette.
import Archive from '@lucide/svelte/icons/archive';
import ArchiveRestore from '@lucide/svelte/icons/archive-restore';
import Copy from '@lucide/svelte/icons/copy';
import Eye from '@lucide/svelte/icons/eye';
import FileText from '@lucide/svelte/icons/file-text';
import HeartPulse from '@lucide/svelte/icons/heart-pulse';
import Merge from '@lucide/svelte/icons/merge';
import NotebookPen from '@lucide/svelte/icons/notebook-pen';
import Phone from '@lucide/svelte/icons/phone';
import Trash from '@lucide/svelte/icons/trash-2';
import User from '@lucide/svelte/icons/user';
import { takeOut } from '../features/clients/put-away.svelte';
import type { ClientRow } from '../ipc/bindings';
import { practice } from '../main/practice.svelte';
import { go } from '../main/router.svelte';
import { words } from '../messages';
import type { MenuItem } from '../shared/menu.svelte';
import { askAbout } from './ask-about';
import { copy } from './copy';
import { send } from './errand';
import { writeNote, writesNotes } from './note-drafts';
import { putRecordAway } from './put-away-acts';

export function clientMenu(client: ClientRow): MenuItem[] {
  const { id, phone, email } = client;
  const say = words.clients.menu;
  const items: MenuItem[] = [
    { label: say.open, icon: User, run: () => go({ screen: 'client', id }) },
    ...(writesNotes(practice.me.role)
      ? [
          { label: words.notes.newNote, icon: NotebookPen, run: () => writeNote(client) },
          {
            label: words.health.title,
            icon: HeartPulse,
            run: () => send({ screen: 'client', id }, { health: 'read' }),
          },
        ]
      : []),
    ...(practice.me.role === 'student'
      ? []
      : [
          {
            label: words.correspondence.add,
            icon: Phone,
            run: () => send({ screen: 'client', id }, { call: true }),
          },
        ]),
    ...askAbout(client),
    {
      label: words.clients.giveSheet,
      icon: FileText,
      run: () => send({ screen: 'handouts' }, { giveTo: id }),
    },
  ];
  if (practice.me.role !== 'student') {
    items.push({
      label: words.merging.find.action,
      icon: Merge,
      run: () => go({ screen: 'merge', one: id }),
    });
    items.push(...puttingAway(client));
  }
  if (practice.me.role === 'owner') {
    items.push({
      label: words.audit.whoOpened,
      icon: Eye,
      run: () => go({ screen: 'audit', opened: id }),
    });
  }
  const copies: MenuItem[] = [];
  if (phone) copies.push({ label: say.copyPhone, icon: Copy, run: () => copy(phone) });
  if (email) copies.push({ label: say.copyEmail, icon: Copy, run: () => copy(email) });
  return [...items, ...copies.map((item, at) => (at === 0 ? { ...item, apart: true as const } : item))];
}

/** Where its record can be laid, and how it is taken out again. What is kept for the law alone is taken up from its page. */
function puttingAway(client: ClientRow): MenuItem[] {
  const say = words.putAway;
  const { put_away: place } = client;
  if (place === 'kept') return [];
  const items: MenuItem[] = [];
  if (place) items.push({ label: say.takeOutLong[place], icon: ArchiveRestore, run: () => takeOut(client) });
  else items.push({ label: say.archive, icon: Archive, run: () => putRecordAway(client, 'archive') });
  if (place !== 'trash')
    items.push({ label: say.toTrash, icon: Trash, run: () => putRecordAway(client, 'trash') });
  return items;
}
