// What can be done with a sheet from the library.
import Download from '@lucide/svelte/icons/download';
import FileText from '@lucide/svelte/icons/file-text';
import Pencil from '@lucide/svelte/icons/pencil';
import type { SheetRow } from '../ipc/bindings';
import { core } from '../ipc/call';
import { words } from '../messages';
import type { MenuItem } from '../shared/menu.svelte';
import { editSheet } from './sheet-drafts';

type For = {
  /** Whom the sheet is for, so that it still is when it comes back from the editor. */
  giveTo: string | undefined;
  onchoose: (sheet: SheetRow) => void;
  onsave: (id: string) => Promise<unknown>;
};

export function sheetMenu(sheet: SheetRow, { giveTo, onchoose, onsave }: For): MenuItem[] {
  const say = words.handouts;
  return [
    { label: say.menu.show, icon: FileText, run: () => onchoose(sheet) },
    {
      label: say.edit,
      icon: Pencil,
      run: async () => editSheet(await core.handoutsOpen({ id: sheet.id }), giveTo),
    },
    { label: say.give.savePdf, icon: Download, apart: true, run: () => onsave(sheet.id) },
  ];
}
