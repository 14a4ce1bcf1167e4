import { createRequestId } from '@linli/client';

export type Size = { readonly width: number; readonly height: number };

/** The longest side a photo keeps, in pixels: enough to read a number plate of a lift, small enough for one bar. */
export const LONGEST_SIDE_PX = 1920;

/** A photo as it is sent: re-drawn, so without EXIF, position or device. */
export type PreparedPhoto = {
  readonly id: string;
  readonly blob: Blob;
  readonly width: number;
  readonly height: number;
};

/** The size after fitting the longest side into `longest` pixels; never enlarged, never below 1. */
export function fitWithin(size: Size, longest: number): Size {
  const scale = Math.min(1, longest / Math.max(size.width, size.height));
  return {
    width: Math.max(1, Math.round(size.width * scale)),
    height: Math.max(1, Math.round(size.height * scale)),
  };
}

/**
 * Re-draws a picture at most `LONGEST_SIDE_PX` wide or high, upright, as WebP (JPEG where the browser cannot).
 * Throws when the browser cannot read the file (HEIC outside Safari, a damaged file).
 */
export async function shrinkPhoto(file: Blob): Promise<PreparedPhoto> {
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
  try {
    const size = fitWithin(bitmap, LONGEST_SIDE_PX);
    const canvas = document.createElement('canvas');
    canvas.width = size.width;
    canvas.height = size.height;
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('no 2d canvas');
    context.imageSmoothingQuality = 'high';
    context.drawImage(bitmap, 0, 0, size.width, size.height);
    return { id: createRequestId(), blob: await encode(canvas), ...size };
  } finally {
    bitmap.close();
  }
}

async function encode(canvas: HTMLCanvasElement): Promise<Blob> {
  const webp = await toBlob(canvas, 'image/webp');
  // Safari answers a PNG where it cannot write WebP: ten times the size.
  return webp.type === 'image/webp' ? webp : toBlob(canvas, 'image/jpeg');
}

function toBlob(canvas: HTMLCanvasElement, type: string): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error('canvas gave no picture')) : resolve(blob)), type, 0.82);
  });
}
