/** Attach to a field or a form: typing starts there when the screen opens. */
export function beginHere(element: HTMLElement): () => void {
  // The shell first puts the focus on the heading of a new screen; a task of its own comes after that.
  const turn = setTimeout(() => {
    const field = element.matches('input') ? element : element.querySelector('input');
    field?.focus();
  });
  return () => clearTimeout(turn);
}
