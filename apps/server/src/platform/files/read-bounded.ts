import { refuse } from '../errors.ts';

const MIB = 1024 * 1024;

/** All bytes of a stream, or a refusal as soon as there are more than `limitBytes`; the stream is then let go. */
export async function readBounded(input: AsyncIterable<Uint8Array> | Buffer, limitBytes: number): Promise<Buffer> {
  if (Buffer.isBuffer(input)) return input.length > limitBytes ? refuseSize(limitBytes) : input;
  const parts: Uint8Array[] = [];
  let total = 0;
  // Leaving the loop by a throw destroys the stream.
  for await (const part of input) {
    total += part.length;
    if (total > limitBytes) refuseSize(limitBytes);
    parts.push(part);
  }
  return Buffer.concat(parts, total);
}

function refuseSize(limitBytes: number): never {
  return refuse('file-too-large', { max: Math.floor(limitBytes / MIB) });
}
