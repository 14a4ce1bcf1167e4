import type { typeOrigins } from '@linli/contract';

/** Who puts a version in force, and from where it came. */
export interface Publisher {
  origin: (typeof typeOrigins)[number];
  id: string | null;
  words: string;
  note: string;
}

/** The pack's own file, read at start. */
export const packFile: Publisher = { origin: 'pack', id: null, words: '', note: '' };
