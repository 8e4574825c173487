// What is done with rules and holds, each act with its way back.
import type { KeepRule, RetentionRule } from '../../ipc/bindings';
import { core } from '../../ipc/call';
import { words } from '../../messages';
import { toast } from '../../shared/toasts.svelte';
import { inputOf, typedOf } from './typed-rule';

type Rules = readonly RetentionRule[];

const say = words.retention.rules;

const goesBy = (rule: RetentionRule | null) => (rule ? say.goesBy(rule.name) : say.goesByNone);

/** Goes by this rule, or by none, in place of another. */
export async function goBy(rule: RetentionRule | null, before: RetentionRule | null): Promise<Rules> {
  const now = await core.retentionGoBy({ id: rule?.id ?? null });
  toast(goesBy(rule), async () => {
    await core.retentionGoBy({ id: before?.id ?? null });
    toast(goesBy(before));
  });
  return now;
}

/** Keeps a rule, in place of what it said before or as a new one among others. */
export async function keepRule(input: KeepRule, before: RetentionRule | null, others: Rules): Promise<Rules> {
  const now = await core.retentionKeepRule(input);
  const kept = before ? now.find(({ id }) => id === before.id) : added(now, others);
  toast(say.saved(input.name.trim()), kept ? () => takeBack(kept, before) : null);
  return now;
}

async function takeBack(kept: RetentionRule, before: RetentionRule | null): Promise<void> {
  if (before) {
    await core.retentionKeepRule({ ...inputOf(typedOf(before), before), version: kept.version });
    toast(say.putBack(before.name));
  } else {
    await core.retentionRemoveRule({ id: kept.id });
    toast(say.removed(kept.name));
  }
}

export async function removeRule(rule: RetentionRule): Promise<Rules> {
  const now = await core.retentionRemoveRule({ id: rule.id });
  toast(rule.in_force ? say.removedInForce(rule.name) : say.removed(rule.name), () => keepAgain(rule, now));
  return now;
}

async function keepAgain(rule: RetentionRule, others: Rules): Promise<void> {
  const now = await core.retentionKeepRule(inputOf(typedOf(rule), null));
  const again = added(now, others);
  // What was chosen since stays chosen.
  if (again && rule.in_force && !now.some(({ in_force }) => in_force)) {
    await core.retentionGoBy({ id: again.id });
  }
  toast(say.putBack(rule.name));
}

function added(now: Rules, before: Rules): RetentionRule | undefined {
  return now.find(({ id }) => !before.some((known) => known.id === id));
}

/** Holds somebody's record for a reason. */
export async function hold(client: string, name: string, reason: string): Promise<void> {
  const id = await core.retentionHold({ client, reason });
  toast(words.retention.hold.held(name), () => core.retentionLift({ id }), { personal: true });
}

export async function lift(id: string, name: string): Promise<void> {
  await core.retentionLift({ id });
  toast(words.retention.hold.lifted(name), () => core.retentionHoldAgain({ id }), { personal: true });
}
