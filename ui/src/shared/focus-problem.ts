import { tick } from 'svelte';

/** After a refusal: puts the cursor into the first field of the form that has a problem, and shows all of that field. */
export async function focusProblem(form: HTMLElement | undefined): Promise<void> {
  await tick();
  const control = form?.querySelector<HTMLElement>('[aria-invalid="true"]');
  control?.focus();
  // What is wrong stands below the control.
  control?.closest('.field')?.scrollIntoView({ block: 'nearest' });
}
