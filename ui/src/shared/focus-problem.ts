import { tick } from 'svelte';

/** After a refusal: puts the cursor into the first field of the form that has a problem. */
export async function focusProblem(form: HTMLElement | undefined): Promise<void> {
  await tick();
  form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
}
