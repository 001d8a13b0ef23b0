/** Chance that can be repeated: each run draws a seed and names it in the titles of its tests. */

export const SEED = Number(process.env["UNDIVIDED_SURVIVAL_SEED"] ?? String(Date.now() % 1_000_000));

/** Mulberry32: small, seeded, good enough to choose moments. */
export const createChance = (seed: number) => {
  let state = seed;
  return (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};
