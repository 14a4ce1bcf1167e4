import sharp from 'sharp';
import { refuse } from '../errors.ts';

const LONG_SIDE_PX = 1920;
const THUMB_SIDE_PX = 320;
const TIMEOUT_SECONDS = 20;
const MEGAPIXEL = 1_000_000;

// One picture at a time with one thread: a 12-megapixel photo takes about 0.1 s and up to 360 MB with more.
sharp.concurrency(1);
sharp.cache(false);

export type PreparedPhoto = {
  bytes: Buffer;
  contentType: 'image/webp';
  width: number;
  height: number;
  thumb: Buffer;
};

/**
 * A photo made fit to keep: upright by its EXIF turn, at most 1,920 px on the long side, WebP, and without any metadata
 * (EXIF and its GPS, XMP, colour profile), plus a picture of at most 320 px. Refuses what is broken or has more pixels
 * than `limitPixels`, which is read from the header before anything is unpacked.
 */
export async function preparePhoto(source: Buffer, { limitPixels }: { limitPixels: number }): Promise<PreparedPhoto> {
  try {
    const { data, info } = await sharp(source, { limitInputPixels: limitPixels, failOn: 'error', pages: 1 })
      .autoOrient()
      .resize({ width: LONG_SIDE_PX, height: LONG_SIDE_PX, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 80, effort: 2 })
      .timeout({ seconds: TIMEOUT_SECONDS })
      .toBuffer({ resolveWithObject: true });
    const thumb = await sharp(data)
      .resize({ width: THUMB_SIDE_PX, height: THUMB_SIDE_PX, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 70, effort: 2 })
      .toBuffer();
    return { bytes: data, contentType: 'image/webp', width: info.width, height: info.height, thumb };
  } catch (error) {
    // sharp throws plain errors that only their words tell apart.
    if (error instanceof Error && /exceeds pixel limit/.test(error.message)) {
      const megapixels = Math.floor(limitPixels / MEGAPIXEL);
      return refuse('photo-too-large', { megapixels });
    }
    return refuse('file-broken');
  }
}
