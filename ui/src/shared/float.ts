// Where a thing floats that opens beside another one. Everything floating is a popover of the browser: it lies above
// dialogs too, and a press outside or Esc closes it.

const GAP = 4;
const EDGE = 8;

export type Align = 'start' | 'end';

/** Puts it below its anchor, above when there is more room, and never over the edge of the window. */
export function float(floating: HTMLElement, anchor: DOMRectReadOnly, align: Align = 'start'): void {
  const { offsetWidth: width, offsetHeight: height } = floating;
  const fromRight = (align === 'end') !== (getComputedStyle(floating).direction === 'rtl');
  const left = fromRight ? anchor.right - width : anchor.left;
  const below = anchor.bottom + GAP;
  const above = anchor.top - GAP - height;
  const top =
    below + height + EDGE <= innerHeight || anchor.top < innerHeight - anchor.bottom ? below : above;
  floating.style.left = `${clamp(left, innerWidth - width)}px`;
  floating.style.top = `${clamp(top, innerHeight - height)}px`;
}

function clamp(at: number, end: number): number {
  return Math.max(EDGE, Math.min(at, end - EDGE));
}
