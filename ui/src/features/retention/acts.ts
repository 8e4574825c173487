// What is done with rules and holds, each act with its way back.
import type { KeepRule, RetentionRule } from '../../ipc/bindings';
import { core } from '../../ipc/call';
import { words } from '../../messages';
import { toast } from '../../shared/toasts.svelte';

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

/** Keeps a rule, in place of what it said before or as a new one. */
export async function keepRule(input: KeepRule): Promise<Rules> {
  const now = await core.retentionKeepRule(input);
  // No two are called the same.
  const kept = now.find(({ id, name }) => (input.id === null ? name === input.name.trim() : id === input.id));
  toast(say.saved(input.name.trim()), kept ? () => takeBack(kept, input.id === null) : null);
  return now;
}

async function takeBack({ id, version, name }: RetentionRule, isNew: boolean): Promise<void> {
  await core.retentionTakeRuleBack({ id, version });
  toast(isNew ? say.removed(name) : say.putBack(name));
}

export async function removeRule(rule: RetentionRule): Promise<Rules> {
  const now = await core.retentionRemoveRule({ id: rule.id });
  toast(rule.in_force ? say.removedInForce(rule.name) : say.removed(rule.name), () => putBack(rule));
  return now;
}

async function putBack(rule: RetentionRule): Promise<void> {
  const now = await core.retentionPutRuleBack({ id: rule.id });
  // What was chosen since stays chosen.
  if (rule.in_force && !now.some(({ in_force }) => in_force)) await core.retentionGoBy({ id: rule.id });
  toast(say.putBack(rule.name));
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
