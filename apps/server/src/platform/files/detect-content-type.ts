import { listZipNames } from './list-zip-names.ts';

export type PhotoType = 'image/jpeg' | 'image/png' | 'image/webp';
const PHOTO_TYPES: readonly string[] = ['image/jpeg', 'image/png', 'image/webp'] satisfies PhotoType[];

const OFFICE = 'application/vnd.openxmlformats-officedocument';
export type DocumentType =
  | 'application/pdf'
  | `${typeof OFFICE}.wordprocessingml.document`
  | `${typeof OFFICE}.spreadsheetml.sheet`;

/** What the bytes are, by their content alone. `heic` is known so that the refusal can say what to do about it. */
export type DetectedType = PhotoType | DocumentType | 'heic' | 'unknown';

// ISO base media brands of HEIF images with HEVC inside, as phones write them.
const HEIC_BRANDS = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs', 'mif1', 'msf1']);

/** Detects the kinds the product accepts. Office files with macros, and any other archive, are unknown. */
export function detectContentType(bytes: Buffer): DetectedType {
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'image/jpeg';
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png';
  if (textAt(bytes, 0, 4) === 'RIFF' && textAt(bytes, 8, 12) === 'WEBP') return 'image/webp';
  if (textAt(bytes, 4, 8) === 'ftyp') return HEIC_BRANDS.has(textAt(bytes, 8, 12)) ? 'heic' : 'unknown';
  if (textAt(bytes, 0, 5) === '%PDF-') return 'application/pdf';
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return detectOffice(bytes);
  return 'unknown';
}

export function isPhotoType(type: DetectedType): type is PhotoType {
  return PHOTO_TYPES.includes(type);
}

function detectOffice(bytes: Buffer): DetectedType {
  const names = listZipNames(bytes);
  if (names === undefined || !names.includes('[Content_Types].xml')) return 'unknown';
  if (names.some((name) => /vbaProject|\.(bin|exe|dll|js|vbs)$/i.test(name) && !/printerSettings/i.test(name))) {
    return 'unknown';
  }
  if (names.includes('word/document.xml')) return `${OFFICE}.wordprocessingml.document`;
  if (names.includes('xl/workbook.xml')) return `${OFFICE}.spreadsheetml.sheet`;
  return 'unknown';
}

function startsWith(bytes: Buffer, magic: number[]): boolean {
  return magic.every((byte, at) => bytes[at] === byte);
}

function textAt(bytes: Buffer, from: number, to: number): string {
  return bytes.subarray(from, to).toString('latin1');
}
