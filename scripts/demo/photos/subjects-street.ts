import type { Random } from '../street/random.ts';
import type { Light } from './light.ts';
import type { Phase } from './phase.ts';
import { circle, ellipse, line, path, place, polygon, rect } from './shapes.ts';

/** A hole in the road; afterwards a dark fresh patch. */
export function drawRoad(random: Random, phase: Phase): string {
  const road =
    polygon(
      [
        [0, 480],
        [640, 480],
        [470, 296],
        [170, 296],
      ],
      '#8a8c8f',
    ) +
    [0, 1, 2]
      .map((k) =>
        polygon(
          [
            [312 - k * 3, 310 + k * 56],
            [326 + k * 3, 310 + k * 56],
            [330 + k * 5, 340 + k * 58],
            [308 - k * 5, 340 + k * 58],
          ],
          '#f3f1ea',
        ),
      )
      .join('');
  const [x, y] = [random.int(240, 400), random.int(385, 420)];
  if (phase === 'after')
    return (
      road +
      polygon(
        [
          [x - 110, y + 34],
          [x + 112, y + 30],
          [x + 92, y - 26],
          [x - 88, y - 24],
        ],
        '#4d4f52',
      ) +
      line(
        [
          [x - 110, y + 34],
          [x + 112, y + 30],
          [x + 92, y - 26],
          [x - 88, y - 24],
          [x - 110, y + 34],
        ],
        '#3c3e40',
        3,
      )
    );
  const edge = Array.from({ length: 14 }, (_, k): [number, number] => {
    const angle = (k / 14) * Math.PI * 2;
    return [x + Math.cos(angle) * random.int(66, 108), y + Math.sin(angle) * random.int(18, 34)];
  });
  const cracks = Array.from({ length: 5 }, () =>
    line(
      [
        [x, y],
        [x + random.int(-90, 90), y + random.int(-40, 30)],
        [x + random.int(-190, 190), y + random.int(-80, 52)],
      ],
      '#55585b',
      3,
    ),
  ).join('');
  const stones = Array.from({ length: 18 }, () =>
    ellipse(x + random.int(-130, 130), y + random.int(-36, 44), random.int(3, 8), random.int(2, 5), '#66686a'),
  ).join('');
  const cone = place(
    polygon(
      [
        [-18, 0],
        [18, 0],
        [5, -52],
        [-5, -52],
      ],
      '#e8642c',
    ) +
      polygon(
        [
          [-12, -18],
          [12, -18],
          [9, -30],
          [-9, -30],
        ],
        '#fff',
      ) +
      rect(-24, -3, 48, 6, '#b94d20'),
    x + 140,
    y + 10,
    1.1,
  );
  return (
    road +
    cracks +
    polygon(edge, '#4a4741') +
    ellipse(x, y + 4, 60, 15, '#6b5f4c', 'opacity="0.8"') +
    stones +
    (random.chance(0.5) ? cone : '')
  );
}

/** Tables and crates before a shop; afterwards the pavement is free. */
export function drawStall(random: Random, phase: Phase): string {
  const awning = random.pick(['#c8503f', '#3f7d5a', '#d08a2e', '#41699b']);
  const front =
    rect(120, 170, 400, 132, '#f3ead9') +
    rect(140, 200, 230, 102, '#8fb0bd', 'stroke="#6b5a49" stroke-width="6"') +
    rect(400, 190, 90, 112, '#7a5b45') +
    Array.from({ length: 10 }, (_, k) =>
      polygon(
        [
          [110 + k * 42, 150],
          [152 + k * 42, 150],
          [152 + k * 42, 182],
          [131 + k * 42, 192],
          [110 + k * 42, 182],
        ],
        k % 2 === 0 ? awning : '#fbf7ee',
      ),
    ).join('');
  const sign =
    rect(120, 116, 400, 34, awning) +
    [0, 1, 2, 3].map((k) => rect(220 + k * 54, 123, 32, 20, '#fff6e0', 'rx="3"')).join('');
  if (phase === 'after')
    return front + sign + place(circle(0, -34, 22, '#7ba05b') + rect(-14, -16, 28, 22, '#b1643f'), 530, 330);
  const fruit = (colour: string): string =>
    rect(-30, -24, 60, 24, '#b58a58') +
    Array.from({ length: 9 }, (_, k) => circle(-22 + (k % 5) * 11, -27 - Math.floor(k / 5) * 8, 7, colour)).join('');
  const crates = Array.from({ length: random.int(6, 9) }, (_, k) =>
    place(
      fruit(random.pick(['#e0703a', '#d94c45', '#9fbf4c', '#f0c441', '#7b4f8a'])),
      110 + k * 62,
      350 + (k % 2) * 34,
      1,
    ),
  ).join('');
  const table = place(
    ellipse(0, -42, 44, 11, '#e7e2d6') +
      rect(-3, -42, 6, 42, '#777') +
      rect(-70, -22, 26, 22, '#c8503f') +
      rect(46, -22, 26, 22, '#c8503f'),
    480,
    412,
  );
  return front + sign + crates + table;
}

/** A dark lamp; afterwards it shines. Best at night. */
export function drawLamp(random: Random, phase: Phase, light: Light): string {
  const x = random.int(240, 400);
  const isLit = phase === 'after';
  const glow = isLit
    ? polygon(
        [
          [x + 60, 82],
          [x + 92, 82],
          [x + 210, 440],
          [x - 60, 440],
        ],
        '#ffe9a6',
        `opacity="${light.name === 'night' ? 0.45 : 0.18}"`,
      ) + circle(x + 76, 84, 34, '#fff0b8', 'opacity="0.6"')
    : '';
  return (
    rect(x - 6, 70, 12, 352, '#59636b') +
    line(
      [
        [x, 74],
        [x + 30, 60],
        [x + 76, 70],
      ],
      '#59636b',
      9,
    ) +
    rect(x + 54, 68, 46, 15, isLit ? '#fff3c4' : '#3b4147', 'rx="6"') +
    rect(x - 14, 400, 28, 22, '#4a5258') +
    glow
  );
}

/** A loudspeaker with people; afterwards a quiet corner and a notice of hours. */
export function drawNoise(random: Random, phase: Phase): string {
  const person = (fill: string): string =>
    circle(0, -84, 12, '#e9c3a0') +
    path('M-16 -70 Q0 -80 16 -70 L18 -28 L-18 -28 Z', fill) +
    rect(-13, -30, 10, 32, '#3a4150') +
    rect(3, -30, 10, 32, '#3a4150');
  const board =
    rect(-44, -112, 88, 62, '#2f6f8f', 'rx="6"') +
    [0, 1, 2].map((k) => rect(-30, -100 + k * 16, 60, 6, '#e8f2f6')).join('') +
    rect(-4, -50, 8, 52, '#667');
  if (phase === 'after')
    return (
      place(board, random.int(200, 440), 392, 1.2) +
      place(
        rect(-60, -26, 120, 9, '#8a5f47') +
          rect(-48, -18, 8, 20, '#555') +
          rect(40, -18, 8, 20, '#555') +
          rect(-60, -52, 120, 8, '#8a5f47'),
        120,
        372,
      )
    );
  const speaker =
    rect(-38, -116, 76, 116, '#2b2d31', 'rx="6"') +
    circle(0, -40, 26, '#4a4d53') +
    circle(0, -40, 12, '#1c1d20') +
    circle(0, -90, 14, '#4a4d53');
  const waves = [44, 66, 90]
    .map((r) =>
      path(
        `M${46 + r / 3} ${-60 - r * 0.7} Q${60 + r} -60 ${46 + r / 3} ${-60 + r * 0.7}`,
        'none',
        'stroke="#e2603f" stroke-width="6" stroke-linecap="round"',
      ),
    )
    .join('');
  const crowd = Array.from({ length: random.int(3, 5) }, (_, k) =>
    place(
      person(random.pick(['#c4535a', '#5079a8', '#d0a041', '#6d8f5e', '#8a6aa0'])),
      330 + k * 62,
      380 + (k % 2) * 22,
      1.1,
    ),
  ).join('');
  return place(speaker + waves, 160, 400, 1.15) + crowd;
}

/** Posts with warning tape, for whatever has no picture of its own; afterwards the way is open. */
export function drawTape(random: Random, phase: Phase): string {
  if (phase === 'after') return ellipse(320, 392, 170, 14, '#ffffff', 'opacity="0.18"');
  const posts = [150, 300, 450].map((x) => x + random.int(-24, 24));
  const post = posts
    .map(
      (x) =>
        rect(x - 5, 318, 10, 84, '#d9d9d6') + rect(x - 5, 334, 10, 14, '#cf3b34') + ellipse(x, 402, 22, 6, '#55585b'),
    )
    .join('');
  const tape =
    line(
      posts.map((x, k) => [x, 342 + (k % 2) * 6] as const),
      '#f4f1ea',
      10,
    ) +
    line(
      posts.map((x, k) => [x, 342 + (k % 2) * 6] as const),
      '#cf3b34',
      10,
      'stroke-dasharray="16 22"',
    );
  return post + tape;
}
