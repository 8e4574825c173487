import type { MachineSettings } from '../ipc/bindings';

/** Puts on theme, density and text size: tokens.css does the rest. */
export function wear(machine: Pick<MachineSettings, 'theme' | 'density' | 'text_percent'>): void {
  const root = document.documentElement;
  if (machine.theme === 'system') delete root.dataset.theme;
  else root.dataset.theme = machine.theme;
  root.dataset.density = machine.density;
  // Media queries do not know how large a person's letters are.
  root.dataset.letters = machine.text_percent >= 150 ? 'large' : 'usual';

  // Without this, container queries in rem go on answering for the old text size until the window is resized.
  root.dataset.measuring = '';
  root.style.setProperty('--text-scale', String(machine.text_percent / 100));
  void root.offsetWidth;
  delete root.dataset.measuring;
}
