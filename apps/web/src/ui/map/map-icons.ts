import type { Palette } from '../palette.ts';
import type { MapPointKind } from './map-view-props.ts';

type Shape = 'circle' | 'triangle' | 'diamond' | 'square' | 'ring' | 'drop';

/** Colour never speaks alone: each kind has a shape, the same in the legend. */
export const POINT_LOOKS: Readonly<Record<MapPointKind, { shape: Shape; colour: keyof Palette }>> = {
  new: { shape: 'drop', colour: 'brand' },
  open: { shape: 'circle', colour: 'action' },
  overdue: { shape: 'diamond', colour: 'bad' },
  done: { shape: 'square', colour: 'good' },
  asset: { shape: 'triangle', colour: 'inkSoft' },
  me: { shape: 'ring', colour: 'action' },
};

/** SVG path of a shape in a 24 × 24 box. */
export const SHAPE_PATHS: Readonly<Record<Shape, string>> = {
  circle: 'M12 4a8 8 0 1 1 0 16a8 8 0 1 1 0-16Z',
  triangle: 'M12 3.5L21 19.5H3Z',
  diamond: 'M12 2.5L21.5 12L12 21.5L2.5 12Z',
  square: 'M5 5H19V19H5Z',
  ring: 'M12 3a9 9 0 1 1 0 18a9 9 0 1 1 0-18ZM12 8a4 4 0 1 0 0 8a4 4 0 1 0 0-8Z',
  drop: 'M12 22C7 16 4.5 13 4.5 9.5a7.5 7.5 0 0 1 15 0C19.5 13 17 16 12 22Z',
};

/** The picture of a kind at `ratio` device pixels to a CSS pixel, with a rim that stands out on any ground. */
export function drawPointIcon(kind: MapPointKind, palette: Palette, ratio: number): ImageData {
  const { shape, colour } = POINT_LOOKS[kind];
  const side = 28 * ratio;
  const canvas = document.createElement('canvas');
  canvas.width = side;
  canvas.height = side;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no 2d canvas');
  context.scale(ratio, ratio);
  context.translate(2, 2);
  const path = new Path2D(SHAPE_PATHS[shape]);
  context.lineJoin = 'round';
  context.lineWidth = 3;
  context.strokeStyle = palette.surface;
  context.stroke(path);
  context.fillStyle = palette[colour];
  context.fill(path, 'evenodd');
  return context.getImageData(0, 0, side, side);
}
