import { randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';

const idBytes = 16;
/** Random bytes are drawn for 256 ids at a time: one draw for each cost as much as parsing the whole request (bench/intake.ts). */
const pool = new Uint8Array(idBytes * 256);
let used = pool.length;
let lastMsecs = 0;
let seq = 0;

/** Sixteen fresh bytes; none is handed out twice. */
function freshBytes(): Uint8Array {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const bytes = pool.slice(used, used + idBytes);
  used += idBytes;
  return bytes;
}

/** A new id: UUID version 7 (RFC 9562), so that ids made later sort later, also within one millisecond of this process. */
export function newId(): string {
  const msecs = Math.max(Date.now(), lastMsecs);
  const random = freshBytes();
  // A new millisecond begins its count at random below the middle of the 32 bits, so that it cannot run over.
  if (msecs > lastMsecs) seq = new DataView(random.buffer).getUint32(0) >>> 1;
  else seq += 1;
  lastMsecs = msecs;
  return v7({ random, msecs, seq });
}
