// What does not fit: a window that scrolls sideways, and controls or words that are cut off where nothing says so.
const faults = [];
const root = document.documentElement;
if (root.scrollWidth > root.clientWidth) faults.push(`the window scrolls sideways: ${root.scrollWidth} of ${root.clientWidth}`);

const seen = [...document.querySelectorAll('dialog:modal')].at(-1) ?? document.body;
const edges = seen.getBoundingClientRect();
if (edges.left < -1 || edges.right > root.clientWidth + 1) faults.push('a dialog reaches out of the window');
const said = (element) =>
  `${element.tagName.toLowerCase()} “${(element.getAttribute('aria-label') || element.textContent || element.id).trim().replace(/\s+/g, ' ').slice(0, 60)}”`;
const forEyes = (element) =>
  element.checkVisibility({ visibilityProperty: true }) && !element.closest('.sr-only, [aria-hidden="true"]') && element.clientWidth > 1;

for (const element of seen.querySelectorAll('a, button, input, select, textarea, [role=tab], [role=option], h1, h2, h3, p, label, legend')) {
  if (!forEyes(element)) continue;
  const box = element.getBoundingClientRect();
  // Only sideways: downwards people scroll.
  for (let around = element.parentElement; around; around = around.parentElement) {
    const { overflowX } = getComputedStyle(around);
    if (overflowX === 'visible' && around !== seen) continue;
    const frame = around.getBoundingClientRect();
    if (frame.width <= 1) break;
    if (box.right > frame.right + 1 || box.left < frame.left - 1) faults.push(`${said(element)} reaches out of ${said(around)}`);
    if (overflowX === 'auto' || overflowX === 'scroll') break;
    // What it was opened from lies behind a dialog and cuts nothing of it off.
    if (around === seen) break;
  }
  const { overflowX, textOverflow } = getComputedStyle(element);
  if (overflowX !== 'visible' && textOverflow !== 'ellipsis' && element.tagName !== 'TEXTAREA' && element.scrollWidth > element.clientWidth + 1) {
    faults.push(`${said(element)} is cut off: ${element.scrollWidth} of ${element.clientWidth}`);
  }
}
for (const element of seen.querySelectorAll('*')) {
  const { overflowX } = getComputedStyle(element);
  if ((overflowX === 'auto' || overflowX === 'scroll') && element.scrollWidth > element.clientWidth + 1 && element.tagName !== 'TEXTAREA') {
    faults.push(`${said(element)} scrolls sideways: ${element.scrollWidth} of ${element.clientWidth}`);
  }
}
return [...new Set(faults)];
