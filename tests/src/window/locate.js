// What a screen reader would call things: role, name, description and text, for the elements that can be seen.
// Called with one of `find`, `names`, `text`, `items`, `focus`, `described`, and what that wants.
const [task, ...wanted] = arguments;

const byTag = {
  A: 'link', ARTICLE: 'article', ASIDE: 'complementary', BUTTON: 'button', DIALOG: 'dialog', FIELDSET: 'group',
  FORM: 'form', IMG: 'img', LI: 'listitem', MAIN: 'main', NAV: 'navigation', OL: 'list', OPTION: 'option',
  OUTPUT: 'status', P: 'paragraph', SELECT: 'combobox', TEXTAREA: 'textbox', TIME: 'time', TR: 'row', UL: 'list',
};
const byType = { button: 'button', checkbox: 'checkbox', radio: 'radio', search: 'searchbox', submit: 'button' };

function roleOf(element) {
  if (element.hasAttribute('role')) return element.getAttribute('role');
  if (/^H[1-6]$/.test(element.tagName)) return 'heading';
  if (element.tagName === 'INPUT') return byType[element.type] ?? 'textbox';
  return byTag[element.tagName] ?? '';
}

// Without the signs that only set the direction of writing.
const plain = (text) => (text ?? '').replace(/[\u2066-\u2069]/g, '').replace(/\s+/g, ' ').trim();

function textOf(node) {
  if (node.nodeType === Node.TEXT_NODE) return node.data;
  if (node.nodeType !== Node.ELEMENT_NODE || node.getAttribute('aria-hidden') === 'true') return '';
  const inside = [...node.childNodes].map(textOf).join('');
  return getComputedStyle(node).display.startsWith('inline') ? inside : ` ${inside} `;
}

const referred = (element, attribute) =>
  (element.getAttribute(attribute) ?? '')
    .split(/\s+/)
    .map((id) => id && document.getElementById(id))
    .filter(Boolean)
    .map(textOf)
    .join(' ');

const fromContent = new Set(['button', 'heading', 'link', 'listitem', 'menuitem', 'option', 'paragraph', 'tab', 'radio']);

function nameOf(element) {
  const role = roleOf(element);
  const legend = element.tagName === 'FIELDSET' ? element.querySelector(':scope > legend') : null;
  return plain(
    referred(element, 'aria-labelledby') ||
      element.getAttribute('aria-label') ||
      [...(element.labels ?? [])].map(textOf).join(' ') ||
      (legend && textOf(legend)) ||
      (fromContent.has(role) && textOf(element)) ||
      element.getAttribute('alt') ||
      element.getAttribute('title'),
  );
}

function perceivable() {
  const modal = [...document.querySelectorAll('dialog:modal')].at(-1);
  return [...(modal ?? document).querySelectorAll('*'), ...(modal ? [modal] : [])].filter(
    (element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest('[aria-hidden="true"]'),
  );
}

function find(role, name) {
  return perceivable().filter((element) => roleOf(element) === role && (name === null || nameOf(element) === name));
}

switch (task) {
  case 'find':
    return find(...wanted);
  case 'names':
    return find(wanted[0], null).map(nameOf);
  case 'text':
    return find(...wanted).map((element) => plain(textOf(element)));
  case 'items':
    return find(...wanted).flatMap((list) => [...list.children].map((item) => plain(textOf(item))));
  case 'focus':
    return [roleOf(document.activeElement), nameOf(document.activeElement)];
  case 'described':
    return find(...wanted).map((element) => plain(referred(element, 'aria-describedby')));
}
