// Puts a component into the window with a fake core beneath it, and asks axe what it thinks in both themes.
import axe, { type RuleObject } from 'axe-core';
import { mount, unmount, type Component } from 'svelte';
import { expect } from 'vitest';
import { FakeCore, type Answers } from '../fake-core';

const standing: (() => unknown)[] = [];

/** Mounted in #app, as in the program. */
export function stand<Props extends Record<string, unknown>>(
  component: Component<Props>,
  props: Props,
): void {
  const target = document.createElement('div');
  target.id = 'app';
  document.body.append(target);
  const mounted = mount(component, { target, props });
  standing.push(() => unmount(mounted).then(() => target.remove()));
}

export function core(answers: Answers): FakeCore {
  const fake = new FakeCore(answers);
  standing.push(() => fake.stop());
  return fake;
}

export async function tidy(): Promise<void> {
  // Last in, first out: components go before the core they might still ask.
  for (const end of standing.splice(0).reverse()) await end();
}

/** No finding of axe, in light and in dark. Page-wide rules apply only to whole pages. */
export async function accessible(whole: 'page' | 'part' = 'page'): Promise<void> {
  for (const theme of ['light', 'dark']) {
    document.documentElement.dataset.theme = theme;
    const rules: RuleObject =
      whole === 'part' ? { region: { enabled: false }, 'page-has-heading-one': { enabled: false } } : {};
    const { violations } = await axe.run(document, { rules });
    const said = violations.map(
      (found) => `${theme}: ${found.help} (${found.nodes.map((node) => node.html).join(' ')})`,
    );
    expect(said).toEqual([]);
  }
  delete document.documentElement.dataset.theme;
}
