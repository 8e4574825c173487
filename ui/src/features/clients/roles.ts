import type { RelationRole } from '../../messages/en/record';

/** What somebody around a client may do, in the order of the form. */
export const roleOrder: readonly RelationRole[] = [
  'emergency',
  'guardian',
  'may_sign',
  'gets_copies',
  'must_not',
];
