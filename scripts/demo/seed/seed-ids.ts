import type { Random } from '../street/random.ts';

/** Makes ids of an instant (epoch ms): UUID version 7 as the product makes them, but the same ones for the same seed. */
export type SeedIds = (ms: number) => string;

export function createSeedIds(random: Random): SeedIds {
  const hex = (digits: number): string => Array.from({ length: digits }, () => random.int(0, 15).toString(16)).join('');
  return (ms) => {
    const time = Math.floor(ms).toString(16).padStart(12, '0');
    return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-${'89ab'[random.int(0, 3)]}${hex(3)}-${hex(12)}`;
  };
}
