import type { Role } from '../../ipc/bindings';

/** Who learns looks at the diary; everybody else books. */
export function mayBook(role: Role): boolean {
  return role !== 'student';
}

/** Whoever treats answers for two people at once; the desk asks. */
export function mayOverbook(role: Role): boolean {
  return role === 'owner' || role === 'practitioner' || role === 'associate';
}
