import type { Crypto } from '../../platform/crypto/index.ts';
import { refuse } from '../../platform/errors.ts';
import { readTable, type TableHead } from '../../platform/table-file.ts';
import { type SealedRow, sealRows } from './store.ts';

/** A table read to its end, its rows sealed: they hold names and telephone numbers. */
export interface Upload {
  head: TableHead;
  batches: SealedRow[][];
  rowCount: number;
}

/** How long reading may take, and how much the sealed rows of one table may weigh while they are held. */
export const uploadLimits = { longestMs: 60_000, mostSealedBytes: 192 * 1024 * 1024 } as const;

/** The whole table, or a refusal: `table-unreadable` (also when it takes too long), `table-too-long`, `file-too-large`. No database. */
export async function readUpload(
  bytes: Buffer,
  crypto: Crypto,
  limits: { mostRows: number; longestMs: number; mostSealedBytes: number },
): Promise<Upload> {
  let head: TableHead | null = null;
  const batches: SealedRow[][] = [];
  let rowCount = 0;
  let sealedBytes = 0;
  for await (const part of readTable(bytes, limits)) {
    if (!Array.isArray(part)) {
      head = part;
      continue;
    }
    const rows = sealRows(
      crypto,
      part.map((row) => ({ n: ++rowCount, ...row })),
    );
    for (const { sealed } of rows) sealedBytes += sealed.length;
    if (sealedBytes > limits.mostSealedBytes)
      refuse('file-too-large', { max: Math.floor(limits.mostSealedBytes / 1024 / 1024) });
    batches.push(rows);
  }
  if (head === null || rowCount === 0) return refuse('table-unreadable');
  return { head, batches, rowCount };
}
