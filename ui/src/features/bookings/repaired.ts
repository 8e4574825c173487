/** The library calls its boxes a table, which they are not: a screen reader would look for rows. */
export function repaired(root: HTMLElement) {
  const repair = () => {
    for (const element of root.querySelectorAll('[role]')) {
      const role = element.getAttribute('role') ?? '';
      if (/^(row|rowgroup|columnheader|rowheader|cell|gridcell|table|grid)$/.test(role)) {
        element.removeAttribute('role');
      }
    }
    for (const attribute of [
      'aria-colcount',
      'aria-rowcount',
      'aria-colindex',
      'aria-rowindex',
      'aria-colspan',
    ]) {
      for (const element of root.querySelectorAll(`[${attribute}]`)) element.removeAttribute(attribute);
    }
    for (const label of root.querySelectorAll('.ec-sidebar [aria-label], .ec-col-head [aria-label]')) {
      label.removeAttribute('aria-label');
    }
  };
  repair();
  const watch = new MutationObserver(repair);
  watch.observe(root, { subtree: true, childList: true });
  return () => watch.disconnect();
}
