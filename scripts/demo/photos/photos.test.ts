import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { textKinds } from '../texts/kinds.ts';
import { drawPhoto, photoKindOf, photoKinds, photoSvg } from './draw-photo.ts';

describe('photos', () => {
  test.each(photoKinds)('%s: a WebP of 640 × 480, small, different before and after', async (kind) => {
    const [before, after] = await Promise.all([drawPhoto(kind, 5, 'before'), drawPhoto(kind, 5, 'after')]);
    for (const picture of [before, after]) {
      const meta = await sharp(picture).metadata();
      expect([meta.format, meta.width, meta.height]).toEqual(['webp', 640, 480]);
      expect(picture.length).toBeLessThan(60_000);
    }
    expect(before.equals(after)).toBe(false);
  });

  test('are the same for the same seed and differ between seeds', () => {
    expect(photoSvg('bikes', 9, 'before')).toBe(photoSvg('bikes', 9, 'before'));
    expect(new Set(Array.from({ length: 50 }, (_, seed) => photoSvg('rubbish', seed, 'before'))).size).toBe(50);
  });

  test('have no broken number in them', () => {
    for (const kind of photoKinds) {
      for (let seed = 0; seed < 20; seed++)
        expect(photoSvg(kind, seed, seed % 2 === 0 ? 'before' : 'after')).not.toMatch(/NaN|undefined/);
    }
  });

  test('most kinds of case have a subject of their own', () => {
    const plain = textKinds.filter((kind) => photoKindOf(kind.typeCode) === 'other').map((kind) => kind.typeCode);
    expect(plain.length).toBeLessThan(textKinds.length / 2);
    expect(photoKindOf('no such type')).toBe('other');
  });
});
