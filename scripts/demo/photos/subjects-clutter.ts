import type { Random } from '../street/random.ts';
import type { Phase } from './phase.ts';
import { circle, ellipse, line, path, place, polygon, rect } from './shapes.ts';

const bags = ['#2f3338', '#3d4a5c', '#e9e6df', '#51604a', '#b9433b', '#4a6fa5'];

const bits = ['#f4f1e8', '#d9b44a', '#b5523b', '#6fa0c4', '#8fae5d'];

function bag(random: Random): string {
  const fill = random.pick(bags);
  return (
    path('M-26 0 C-36 -22 -20 -40 -6 -42 L-10 -54 L0 -47 L10 -55 L7 -42 C24 -38 36 -20 26 0 Z', fill) +
    path('M-14 -30 C-10 -20 -14 -12 -18 -6', 'none', 'stroke="#ffffff" stroke-opacity="0.25" stroke-width="3"')
  );
}

function box(random: Random): string {
  const [w, h] = [random.int(36, 62), random.int(26, 44)];
  return (
    rect(-w / 2, -h, w, h, '#c39a66') +
    polygon(
      [
        [-w / 2, -h],
        [w / 2, -h],
        [w / 2 + 10, -h - 10],
        [-w / 2 + 10, -h - 10],
      ],
      '#d8b381',
    ) +
    rect(-4, -h, 8, h, '#b38650')
  );
}

function bins(): string {
  return ['#4b5563', '#8a5a3b', '#3f6fae', '#b13f3c']
    .map((fill, k) =>
      place(
        `${rect(-24, -76, 48, 74, fill, 'rx="5"')}${rect(-28, -86, 56, 13, fill, 'rx="4" stroke="#00000030"')}${rect(-12, -54, 24, 20, '#ffffff', 'rx="3" opacity="0.75"')}${circle(-15, 0, 6, '#222')}${circle(15, 0, 6, '#222')}`,
        70 + k * 66,
        340,
      ),
    )
    .join('');
}

/** Bins with bags around them; afterwards the bins alone. */
export function drawRubbish(random: Random, phase: Phase): string {
  if (phase === 'after') return bins() + ellipse(340, 380, 150, 14, '#ffffff', 'opacity="0.16"');
  const heap = Array.from({ length: random.int(7, 12) }, () => ({
    x: random.int(110, 500),
    y: random.int(355, 412),
  })).sort((a, b) => a.y - b.y);
  const pile = heap
    .map(({ x, y }) =>
      place(random.chance(0.72) ? bag(random) : box(random), x, y, random.between(0.8, 1.35), random.int(-8, 8)),
    )
    .join('');
  const litter = Array.from({ length: 26 }, () =>
    rect(
      random.int(60, 590),
      random.int(370, 424),
      random.int(5, 14),
      random.int(3, 8),
      random.pick(bits),
      `transform="rotate(${random.int(-4, 4)})"`,
    ),
  ).join('');
  return bins() + ellipse(300, 412, 190, 12, '#5c5a48', 'opacity="0.35"') + pile + litter;
}

function bicycle(colour: string): string {
  const wheel = (x: number): string =>
    circle(x, 0, 24, 'none', 'stroke="#2c2f33" stroke-width="5"') + circle(x, 0, 3, '#555');
  const frame =
    line(
      [
        [-38, 0],
        [-12, -34],
        [26, -34],
        [4, 2],
        [-12, -34],
      ],
      colour,
      6,
    ) +
    line(
      [
        [4, 2],
        [-38, 0],
      ],
      colour,
      6,
    ) +
    line(
      [
        [38, 0],
        [24, -46],
        [36, -50],
      ],
      colour,
      6,
    );
  return (
    wheel(-38) +
    wheel(38) +
    frame +
    line(
      [
        [-22, -42],
        [-4, -42],
      ],
      '#2c2f33',
      7,
    ) +
    rect(24, -44, 20, 13, colour, 'rx="3"')
  );
}

/** Bicycles thrown together; afterwards in line between white marks. */
export function drawBikes(random: Random, phase: Phase): string {
  const colours = random.pick([
    ['#f2c230', '#f2c230', '#3aa0dd'],
    ['#3aa0dd', '#3aa0dd', '#4fb57a'],
    ['#46b58c', '#f2c230', '#e8e8e8'],
  ]);
  const blind = rect(0, 392, 640, 16, '#e3b93c', 'opacity="0.85"');
  if (phase === 'after') {
    const marks = Array.from({ length: 10 }, (_, k) =>
      line(
        [
          [80 + k * 54, 322],
          [60 + k * 56, 374],
        ],
        '#ffffff',
        3,
      ),
    ).join('');
    const row = Array.from({ length: 8 }, (_, k) =>
      place(bicycle(colours[k % 3] ?? '#888'), 110 + k * 56, 348, 0.72, -2),
    ).join('');
    return blind + marks + row;
  }
  const heap = Array.from({ length: random.int(11, 16) }, () => ({
    x: random.int(60, 580),
    y: random.int(335, 418),
  })).sort((a, b) => a.y - b.y);
  return (
    blind +
    heap
      .map(({ x, y }) =>
        place(
          bicycle(random.pick(colours)),
          x,
          y,
          0.75 + (y - 330) / 200,
          random.chance(0.3) ? random.int(55, 82) : random.int(-10, 10),
        ),
      )
      .join('')
  );
}

/** Litter on the lawn; afterwards flowers. */
export function drawGreen(random: Random, phase: Phase): string {
  const spots = Array.from({ length: 34 }, () => [random.int(20, 620), random.int(310, 465)] as const);
  if (phase === 'after')
    return spots
      .map(
        ([x, y]) =>
          circle(x, y, 5, random.pick(['#f2d04f', '#e77f9b', '#fff6f0', '#d55c5c'])) + circle(x, y, 2, '#b8862f'),
      )
      .join('');
  const litter = spots
    .slice(0, 22)
    .map(([x, y]) =>
      rect(
        x,
        y,
        random.int(8, 22),
        random.int(5, 12),
        random.pick(bits),
        `transform="rotate(${random.int(-30, 30)} ${x} ${y})"`,
      ),
    )
    .join('');
  return (
    ellipse(420, 400, 90, 24, '#8a7650', 'opacity="0.6"') +
    litter +
    place(bag(random), 180, 400, 1.1) +
    place(bag(random), 225, 412, 0.9)
  );
}
