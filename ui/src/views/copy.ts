import { words } from '../messages';
import { toast } from '../shared/toasts.svelte';

/** Puts a fact about a person where other programs can take it. What it was is not repeated on the screen. */
export async function copy(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
  toast(words.common.copiedText);
}
