// The webview's own menu (reload, back, inspect) has no place in a program. In text it stays, for cut, copy and paste.
import { typing } from '../shared/keys';

/** Keeps it away until the returned function is called. Menus of our own have answered before this hears of it. */
export function withoutBrowserMenu(): () => void {
  function oncontextmenu(event: MouseEvent) {
    const selected = getSelection()?.isCollapsed === false;
    if (!typing(event.target) && !selected) event.preventDefault();
  }
  addEventListener('contextmenu', oncontextmenu);
  return () => removeEventListener('contextmenu', oncontextmenu);
}
