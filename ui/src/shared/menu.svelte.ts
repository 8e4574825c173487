// Menus of our own: on a right click, by the Menu key or Shift+F10 on what has the focus, or from a button.
import type { Attachment } from 'svelte/attachments';
import type { IconOf } from './Icon.svelte';
import { typing } from './keys';

export type MenuItem = {
  label: string;
  icon?: IconOf;
  /** The key that does the same elsewhere. */
  keys?: string;
  /** Begins a new part of the menu. */
  apart?: true;
  run: () => unknown;
};

export type OpenMenu = {
  label: string;
  items: readonly MenuItem[];
  /** What it opens beside, in the window. */
  at: DOMRectReadOnly;
};

class Menu {
  shown = $state.raw<OpenMenu | null>(null);

  open(menu: OpenMenu): void {
    if (menu.items.length > 0) this.shown = menu;
  }

  close(): void {
    this.shown = null;
  }
}

export const menu = new Menu();

/** The same list for the pointer and for the keyboard; an empty one leaves things as they are. */
export function menuOn(label: string, items: () => readonly MenuItem[]): Attachment<HTMLElement> {
  return (element) => {
    function oncontextmenu(event: MouseEvent) {
      // In a field the system's own menu stays, to cut, copy and paste.
      if (event.defaultPrevented || typing(event.target)) return;
      const list = items();
      if (list.length === 0) return;
      event.preventDefault();
      menu.open({ label, items: list, at: placeOf(event, element) });
    }
    element.addEventListener('contextmenu', oncontextmenu);
    return () => element.removeEventListener('contextmenu', oncontextmenu);
  };
}

/** Under the pointer; by key, under the thing itself. */
function placeOf(event: MouseEvent, element: HTMLElement): DOMRectReadOnly {
  const byPointer = event.button === 2 || event.clientX > 0 || event.clientY > 0;
  return byPointer ? new DOMRect(event.clientX, event.clientY, 0, 0) : element.getBoundingClientRect();
}

/** The keys that ask for the menu of the current thing, where the focus itself stays elsewhere. */
export function asksForMenu(event: KeyboardEvent): boolean {
  return event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey);
}
