import { templateLimits } from './template-layout.ts';

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const endBytes = 22;
const entryBytes = 46;

/**
 * Is this an office archive that may be unfolded: small in sum of what its directory says, with few parts, without macros, embedded
 * programs or encryption? The directory is the archive's own word; the thread's memory and time are the last bound.
 */
export function checkZip(bytes: Buffer): boolean {
  if (bytes.length > templateLimits.mostBytes || bytes.length < endBytes) return false;
  const end = findEnd(bytes);
  if (end === null) return false;
  const count = bytes.readUInt16LE(end + 10);
  if (count === 0 || count > templateLimits.mostEntries) return false;
  let at = bytes.readUInt32LE(end + 16);
  let unpacked = 0;
  for (let entry = 0; entry < count; entry++) {
    if (at + entryBytes > end || bytes.readUInt32LE(at) !== entrySignature) return false;
    const isEncrypted = (bytes.readUInt16LE(at + 8) & 1) === 1;
    unpacked += bytes.readUInt32LE(at + 24);
    const nameBytes = bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + entryBytes, at + entryBytes + nameBytes);
    if (isEncrypted || unpacked > templateLimits.mostUnpacked || isForbidden(name)) return false;
    at += entryBytes + nameBytes + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return true;
}

function isForbidden(name: string): boolean {
  return /vbaProject|vbaData|\/activeX\/|\/embeddings\/|\/macrosheets\/|\.\.\//i.test(name) || name.startsWith('/');
}

function findEnd(bytes: Buffer): number | null {
  for (let at = bytes.length - endBytes; at >= Math.max(0, bytes.length - endBytes - 0xffff); at--)
    if (bytes.readUInt32LE(at) === endSignature) return at;
  return null;
}
