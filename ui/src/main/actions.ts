// Everything a person can do from anywhere: one list feeds the palette, the keys, the shortcuts page and the menu bar.
import Archive from '@lucide/svelte/icons/archive';
import ArrowLeft from '@lucide/svelte/icons/arrow-left';
import CalendarDays from '@lucide/svelte/icons/calendar-days';
import Coffee from '@lucide/svelte/icons/coffee';
import FileInput from '@lucide/svelte/icons/file-input';
import FilePlus from '@lucide/svelte/icons/file-plus';
import FileText from '@lucide/svelte/icons/file-text';
import Eye from '@lucide/svelte/icons/eye';
import EyeOff from '@lucide/svelte/icons/eye-off';
import Needle from '@lucide/svelte/icons/git-commit-vertical';
import Hand from '@lucide/svelte/icons/hand';
import Hourglass from '@lucide/svelte/icons/hourglass';
import Info from '@lucide/svelte/icons/info';
import Keyboard from '@lucide/svelte/icons/keyboard';
import Lock from '@lucide/svelte/icons/lock';
import Monitor from '@lucide/svelte/icons/monitor';
import Moon from '@lucide/svelte/icons/moon';
import Mouse from '@lucide/svelte/icons/mouse-pointer';
import ScrollText from '@lucide/svelte/icons/scroll-text';
import Search from '@lucide/svelte/icons/search';
import Settings from '@lucide/svelte/icons/sliders-horizontal';
import Shapes from '@lucide/svelte/icons/shapes';
import Sun from '@lucide/svelte/icons/sun';
import Type from '@lucide/svelte/icons/type';
import UserPlus from '@lucide/svelte/icons/user-plus';
import UserRound from '@lucide/svelte/icons/user-round';
import Users from '@lucide/svelte/icons/users';
import type { MachineSettings } from '../ipc/bindings';
import { words, type PersonWord } from '../messages';
import type { IconOf } from '../shared/Icon.svelte';
import { onMac } from '../shared/keys';
import { names } from '../shared/names.svelte';
import { importSheet, newSheet } from '../views/sheet-drafts';
import { bookAction, noteAction, sheetAction } from './about-somebody';
import { lock, rest } from './lock';
import { overlay, type Question } from './overlay.svelte';
import { changeLook, changeTextSize, practice } from './practice.svelte';
import { go } from './router.svelte';

/** Also the ids by which the native menu names them. */
export type ActionId =
  | 'go-today'
  | 'go-calendar'
  | 'go-waiting'
  | 'go-clients'
  | 'go-handouts'
  | 'go-points'
  | 'go-settings'
  | 'go-audit'
  | 'go-backups'
  | 'new-booking'
  | 'walk-in'
  | 'new-client'
  | 'new-note'
  | 'give-sheet'
  | 'import-sheet'
  | 'new-sheet'
  | 'search'
  | 'palette'
  | 'shortcuts'
  | 'back'
  | 'larger-text'
  | 'smaller-text'
  | 'usual-text'
  | 'blur-names'
  | `theme-${MachineSettings['theme']}`
  | `density-${MachineSettings['density']}`
  | 'about'
  | 'kit'
  | 'who'
  | 'rest'
  | 'lock';

export type Action = {
  id: ActionId;
  /** Where it stands among the shortcuts. */
  group: 'go' | 'act' | 'look';
  label: string;
  icon: IconOf;
  /** Works everywhere, also while typing. */
  keys?: string;
  /** One key, or two after each other ("G T"); only outside fields and only when the person wants single keys. */
  single?: string;
  /** What it has to know first: the palette asks in place of its list. */
  question?: Question;
  run: () => unknown;
};

const themeIcons = { light: Sun, dark: Moon, system: Monitor };

/** On a Mac Alt and the arrow move the caret by words. */
const backKeys = onMac ? 'Mod+[' : 'Alt+Left';

export function actions(word: PersonWord = practice.word): Action[] {
  const say = words.common.actions;
  return [
    {
      id: 'go-today',
      group: 'go',
      label: say.goToday,
      icon: Sun,
      single: 'G T',
      run: () => go({ screen: 'today' }),
    },
    {
      id: 'go-calendar',
      group: 'go',
      label: say.goCalendar,
      icon: CalendarDays,
      single: 'G C',
      run: () => go({ screen: 'calendar' }),
    },
    {
      id: 'go-waiting',
      group: 'go',
      label: say.goWaiting,
      icon: Hourglass,
      single: 'G W',
      run: () => go({ screen: 'waiting' }),
    },
    {
      id: 'go-clients',
      group: 'go',
      label: say.goPeople(word),
      icon: Users,
      single: 'G P',
      run: () => go({ screen: 'clients' }),
    },
    {
      id: 'go-handouts',
      group: 'go',
      label: say.goHandouts,
      icon: FileText,
      single: 'G L',
      run: () => go({ screen: 'handouts' }),
    },
    {
      id: 'go-points',
      group: 'go',
      label: say.goPoints,
      icon: Needle,
      single: 'G O',
      run: () => go({ screen: 'points' }),
    },
    {
      id: 'go-settings',
      group: 'go',
      label: say.goSettings,
      icon: Settings,
      keys: 'Mod+,',
      single: 'G S',
      run: () => go({ screen: 'settings' }),
    },
    {
      id: 'go-audit',
      group: 'go',
      label: say.goAudit,
      icon: ScrollText,
      single: 'G A',
      run: () => go({ screen: 'audit' }),
    },
    {
      id: 'go-backups',
      group: 'go',
      label: say.goBackups,
      icon: Archive,
      single: 'G B',
      run: () => go({ screen: 'backups' }),
    },
    ...bookAction(),
    {
      id: 'new-client',
      group: 'act',
      label: say.newPerson(word),
      icon: UserPlus,
      keys: 'Mod+N',
      single: 'N',
      run: () => go({ screen: 'clients', adding: true }),
    },
    ...noteAction(),
    sheetAction(),
    {
      id: 'import-sheet',
      group: 'act',
      label: say.importSheet,
      icon: FileInput,
      keys: 'Mod+O',
      run: importSheet,
    },
    { id: 'new-sheet', group: 'act', label: say.newSheet, icon: FilePlus, run: newSheet },
    {
      id: 'search',
      group: 'go',
      label: say.search,
      icon: Search,
      keys: 'Mod+F',
      single: '/',
      run: focusSearch,
    },
    {
      id: 'palette',
      group: 'go',
      label: say.palette,
      icon: Search,
      keys: 'Mod+K',
      run: () => overlay.show('palette'),
    },
    {
      id: 'shortcuts',
      group: 'go',
      label: say.shortcuts,
      icon: Keyboard,
      keys: 'F1',
      single: '?',
      run: () => overlay.show('shortcuts'),
    },
    { id: 'back', group: 'go', label: say.back, icon: ArrowLeft, keys: backKeys, run: () => history.back() },
    {
      id: 'larger-text',
      group: 'look',
      label: say.larger,
      icon: Type,
      keys: 'Mod++',
      run: () => changeTextSize(10),
    },
    {
      id: 'smaller-text',
      group: 'look',
      label: say.smaller,
      icon: Type,
      keys: 'Mod+-',
      run: () => changeTextSize(-10),
    },
    {
      id: 'usual-text',
      group: 'look',
      label: say.usual,
      icon: Type,
      keys: 'Mod+0',
      run: () => changeTextSize('usual'),
    },
    ...look(),
    { id: 'about', group: 'go', label: say.about, icon: Info, run: () => go({ screen: 'about' }) },
    ...(import.meta.env.DEV ? [kit] : []),
    {
      id: 'who',
      group: 'act',
      label: say.who,
      icon: UserRound,
      keys: 'Mod+J',
      run: () => overlay.show('seat'),
    },
    { id: 'rest', group: 'act', label: say.rest, icon: Coffee, keys: 'Mod+Shift+L', run: rest },
    { id: 'lock', group: 'act', label: say.lock, icon: Lock, keys: 'Mod+L', run: lock },
  ];
}

/** Every part that screens are made of; only while the program is edited. */
const kit: Action = {
  id: 'kit',
  group: 'go',
  label: words.common.actions.kit,
  icon: Shapes,
  run: () => location.assign('/kit/index.html'),
};

/** How the program looks; what it looks like already is not offered. */
function look(): Action[] {
  const say = words.common.actions;
  const machine = practice.settings?.machine;
  return [
    {
      id: 'blur-names',
      group: 'look',
      label: names.hidden ? say.showNames : say.blurNames,
      icon: names.hidden ? Eye : EyeOff,
      keys: 'Mod+Shift+P',
      single: 'Shift+P',
      run: () => names.toggle(),
    },
    ...(['light', 'dark', 'system'] as const)
      .filter((theme) => theme !== machine?.theme)
      .map((theme) => ({
        id: `theme-${theme}` as const,
        group: 'look' as const,
        label: say.themes[theme],
        icon: themeIcons[theme],
        run: () => changeLook({ theme }),
      })),
    ...(['compact', 'touch'] as const)
      .filter((density) => density !== machine?.density)
      .map((density) => ({
        id: `density-${density}` as const,
        group: 'look' as const,
        label: say.densities[density],
        icon: density === 'touch' ? Hand : Mouse,
        run: () => changeLook({ density }),
      })),
  ];
}

/** The search box of the screen; a screen without one searches everything. */
function focusSearch(): void {
  const box = document.querySelector<HTMLInputElement>('input[data-search]');
  if (!box) return overlay.show('palette');
  box.focus();
  box.select();
}
