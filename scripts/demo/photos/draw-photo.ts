import sharp from 'sharp';
import { createRandom, type Random } from '../street/random.ts';
import { drawGardenBackdrop, drawHallBackdrop, drawStreetBackdrop } from './backdrops.ts';
import { type Light, night, pickDaylight, pickLight } from './light.ts';
import type { Phase } from './phase.ts';
import { rect } from './shapes.ts';
import { drawBikes, drawGreen, drawRubbish } from './subjects-clutter.ts';
import { drawLeak, drawLift, drawPassage } from './subjects-indoor.ts';
import { drawLamp, drawNoise, drawRoad, drawStall, drawTape } from './subjects-street.ts';

export type { Phase } from './phase.ts';
export const photoKinds = [
  'rubbish',
  'bikes',
  'road',
  'stall',
  'lamp',
  'noise',
  'green',
  'leak',
  'passage',
  'lift',
  'other',
] as const;
export type PhotoKind = (typeof photoKinds)[number];

const kindByType: Readonly<Record<string, PhotoKind>> = {
  '06010': 'rubbish',
  '06042': 'rubbish',
  BULKY: 'rubbish',
  '09010': 'bikes',
  '09011': 'bikes',
  '06013': 'road',
  '01002': 'road',
  '09005': 'stall',
  '09001': 'stall',
  '06027': 'stall',
  '01037': 'lamp',
  '06028': 'noise',
  '06017': 'green',
  'REP-01': 'leak',
  'REP-04': 'leak',
  '09012': 'passage',
  'LOC-03': 'passage',
  'REP-02': 'lift',
}; // types not named here get a plain street

export function photoKindOf(typeCode: string): PhotoKind {
  return kindByType[typeCode] ?? 'other';
}

function scene(kind: PhotoKind, phase: Phase, light: Light, backdrop: Random, random: Random): string {
  switch (kind) {
    case 'rubbish':
      return drawStreetBackdrop(backdrop, light) + drawRubbish(random, phase);
    case 'bikes':
      return drawStreetBackdrop(backdrop, light) + drawBikes(random, phase);
    case 'road':
      return drawStreetBackdrop(backdrop, light) + drawRoad(random, phase);
    case 'stall':
      return drawStreetBackdrop(backdrop, light) + drawStall(random, phase);
    case 'lamp':
      return drawStreetBackdrop(backdrop, light);
    case 'noise':
      return drawStreetBackdrop(backdrop, light) + drawNoise(random, phase);
    case 'green':
      return drawGardenBackdrop(backdrop, light) + drawGreen(random, phase);
    case 'leak':
      return drawHallBackdrop(backdrop) + drawLeak(random, phase);
    case 'passage':
      return drawHallBackdrop(backdrop) + drawPassage(random, phase);
    case 'lift':
      return drawHallBackdrop(backdrop) + drawLift(random, phase);
    case 'other':
      return drawStreetBackdrop(backdrop, light) + drawTape(random, phase);
    default:
      return kind satisfies never;
  }
}

const indoor: readonly PhotoKind[] = ['leak', 'passage', 'lift'];

function lightFor(kind: PhotoKind, random: Random): Light {
  if (kind === 'lamp') return night;
  return indoor.includes(kind) ? pickDaylight(random) : pickLight(random);
}

/** The picture as SVG, 640 × 480. Before and after of one seed show the same place, at another hour. */
export function photoSvg(kind: PhotoKind, seed: number, phase: Phase): string {
  const light = lightFor(kind, createRandom(seed * 2 + (phase === 'after' ? 1 : 0)));
  const random = createRandom(seed + 77);
  const body = scene(kind, phase, light, createRandom(seed), random);
  const wash = rect(0, 0, 640, 480, light.wash, `opacity="${light.washOpacity}"`);
  // A lamp must outshine the night it stands in.
  const over = kind === 'lamp' ? drawLamp(random, phase, light) : '';
  return `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480" viewBox="0 0 640 480">${body}${wash}${over}</svg>`;
}

/** A small illustration in place of a photo, WebP 640 × 480, about 10–20 kB. Same kind, seed and phase: same picture. */
export async function drawPhoto(kind: PhotoKind, seed: number, phase: Phase): Promise<Buffer> {
  return sharp(Buffer.from(photoSvg(kind, seed, phase)))
    .webp({ quality: 70, effort: 1 })
    .toBuffer();
}
