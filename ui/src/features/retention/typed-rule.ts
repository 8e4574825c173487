// A rule as it is typed, and as it is kept.
import type { CountedFrom, KeepRule, RetentionRule } from '../../ipc/bindings';
import { whole } from '../../shared/whole-number';

export type TypedRule = {
  name: string;
  years: string;
  counted_from: CountedFrom;
  /** Whether the records of children are kept longer. */
  children: boolean;
  age: string;
  source: string;
  doubt: string;
};

/** A rule to begin with; nothing for a new one. */
export function typedOf(rule: RetentionRule | null): TypedRule {
  return {
    name: rule?.name ?? '',
    years: rule ? String(rule.years) : '',
    counted_from: rule?.counted_from ?? 'last_entry',
    children: rule?.child_until != null,
    age: rule?.child_until == null ? '' : String(rule.child_until),
    source: rule?.source ?? '',
    doubt: rule?.doubt ?? '',
  };
}

/** What is kept of it, in place of a rule or as a new one. */
export function inputOf(typed: TypedRule, before: RetentionRule | null): KeepRule {
  const { name, years, counted_from, children, age, source, doubt } = typed;
  return {
    id: before?.id ?? null,
    version: before?.version ?? null,
    name,
    years: whole(years),
    child_until: children ? whole(age) : null,
    counted_from,
    source,
    doubt,
  };
}
