// Opens the program at a screen, on a practice that remembers what is done.
import App from '../../src/main/App.svelte';
import type { Answers, FakeCore } from '../fake-core';
import { margaret } from '../what-is-typed';
import { WorkingPractice } from '../working-practice';
import { core, stand } from './stand';

export type Opened = { fake: FakeCore; practice: WorkingPractice };

export function openAt(hash: string, practice = new WorkingPractice(), more: Answers = {}): Opened {
  const fake = core({ ...practice.answers(), ...more });
  practice.changed = (...slices) => void fake.changed(...slices);
  history.replaceState(null, '', hash);
  stand(App, {});
  return { fake, practice };
}

/** Goes to another screen, as a link would. */
export function visit(hash: string): void {
  location.hash = hash;
}

/** A practice that knows Margaret. */
export function withMargaret(): { practice: WorkingPractice; id: string } {
  const practice = new WorkingPractice();
  return { practice, id: practice.register(margaret).id };
}
