import type { Role } from '../../ipc/bindings';

/** Who learns looks at the diary; everybody else books. */
export function mayBook(role: Role): boolean {
  return role !== 'student';
}
