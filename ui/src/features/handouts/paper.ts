import type { PreviewSheet } from '../../ipc/bindings';

export type Paper = PreviewSheet['paper'];

/** Points; larger ones are for people who do not see well. */
export const textSizes = [12, 14, 16, 20] as const;

/** The offered size next to the practice's own. */
export function nearestSize(size: number): number {
  return textSizes.reduce((best, offered) =>
    Math.abs(offered - size) < Math.abs(best - size) ? offered : best,
  );
}
