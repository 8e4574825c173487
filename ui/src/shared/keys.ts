// Key combinations as text: "Mod+K", "Mod+Shift+B", "G T" (one after the other), "?".

/** The Mac's keyboard; `platform` is deprecated but the only thing all three webviews answer. */
export const onMac = /Mac|iPhone|iPad/.test(globalThis.navigator?.platform ?? '');

const caps: Record<string, string> = {
  Mod: onMac ? '⌘' : 'Ctrl',
  Shift: '⇧',
  Alt: onMac ? '⌥' : 'Alt',
  Enter: '↵',
  Escape: 'Esc',
  Up: '↑',
  Down: '↓',
  Left: '←',
  Right: '→',
};

/** The caps to draw, in order. */
export function keyCaps(keys: string): string[] {
  // A plus at the end is the key itself.
  return keys.split(/\+(?!$)| /).map((key) => caps[key] ?? key);
}

/** The same keys as a screen reader says them: "Control K", "G then T". */
export function spokenKeys(keys: string): string {
  return keys
    .replaceAll('Mod', onMac ? 'Command' : 'Control')
    .replaceAll(' ', ' then ')
    .replaceAll(/\+(?!$)/g, ' ');
}

/** The combination of one key press, written the same way as in the list of actions. */
export function pressed(event: KeyboardEvent): string {
  const mod = onMac ? event.metaKey : event.ctrlKey;
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  // Shift is part of the sign itself in "?" and ":", but not of a letter or a named key.
  const shift = event.shiftKey && (event.key.length > 1 || /[A-Z]/.test(key));
  return [mod && 'Mod', event.altKey && 'Alt', shift && 'Shift', key].filter(Boolean).join('+');
}

/** Whether the focus is where a person types; single keys are theirs there. */
export function typing(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) &&
    !(target instanceof HTMLInputElement && /^(checkbox|radio|button)$/.test(target.type))
  );
}

/** A key that is held since it was pressed elsewhere is not meant for the button that has come under it. */
export function isHeld({ key, repeat, target }: KeyboardEvent): boolean {
  return key === 'Enter' && repeat && target instanceof HTMLButtonElement;
}
