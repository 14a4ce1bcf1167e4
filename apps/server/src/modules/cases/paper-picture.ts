import sharp from 'sharp';
import { type Files, readBounded } from '../../platform/files/index.ts';

const photoBytes = 15_000_000;

/** A stored photo as a printed page can show it. */
export async function paperPicture(files: Files, hash: string): Promise<Buffer> {
  return sharp(await readBounded(await files.open(hash), photoBytes))
    .resize({ width: 1600, height: 1600, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: 82 })
    .toBuffer();
}
