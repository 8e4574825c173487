import type { Difference, Side } from './two-versions';

/** What is chosen among two versions that may come again meanwhile: what a person chose stays, all else begins anew. */
export class ChosenSides {
  sides = $state<Record<string, Side>>({});

  #begun: Record<string, Side> = {};

  begin(lines: readonly Difference[], begun: Record<string, Side>): void {
    const before = $state.snapshot(this.sides);
    const stays = lines.flatMap(({ field, both }) => {
      const side = before[field];
      const meant = side !== undefined && side !== this.#begun[field];
      return meant && (side !== 'both' || both !== undefined) ? [[field, side] as const] : [];
    });
    this.#begun = begun;
    this.sides = { ...begun, ...Object.fromEntries(stays) };
  }
}
