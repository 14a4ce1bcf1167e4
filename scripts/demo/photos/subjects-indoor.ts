import type { Random } from '../street/random.ts';
import type { Phase } from './phase.ts';
import { circle, ellipse, line, path, place, polygon, rect } from './shapes.ts';

/** Water from a pipe under the ceiling; afterwards a new joint and a dry wall. */
export function drawLeak(random: Random, phase: Phase): string {
  const x = random.int(230, 410);
  const pipe =
    rect(0, 52, 640, 22, '#b3b8ba') +
    rect(0, 56, 640, 5, '#d7dbdc') +
    rect(x - 11, 52, 22, 310, '#b3b8ba') +
    rect(x - 7, 74, 5, 288, '#d7dbdc');
  if (phase === 'after')
    return pipe + rect(x - 20, 42, 40, 42, '#5f93b5', 'rx="5"') + rect(x - 20, 58, 40, 8, '#4a7896');
  const stain = path(
    `M${x - 90} 74 Q${x - 70} 150 ${x - 40} 140 Q${x - 10} 220 ${x + 20} 160 Q${x + 60} 190 ${x + 84} 74 Z`,
    '#b89f74',
    'opacity="0.45"',
  );
  const rust = rect(x - 18, 46, 36, 34, '#96653f', 'rx="4"');
  const drops = Array.from({ length: 15 }, () => {
    const [dx, dy] = [x + random.int(-22, 22), random.int(90, 370)];
    return path(`M${dx} ${dy} q-5 11 0 14 q5 -3 0 -14`, '#6fb2de');
  }).join('');
  const puddle =
    ellipse(x, 414, random.int(120, 170), 26, '#7fb6d9', 'opacity="0.65"') +
    ellipse(x - 30, 410, 50, 7, '#ffffff', 'opacity="0.4"');
  const bucket = place(
    polygon(
      [
        [-34, -58],
        [34, -58],
        [26, 0],
        [-26, 0],
      ],
      '#c9483f',
    ) + ellipse(0, -58, 34, 9, '#8fc3e4'),
    x + random.int(-4, 8),
    414,
  );
  return stain + pipe + rust + puddle + drops + bucket;
}

/** A corridor full of things; afterwards clear, with the extinguisher in sight. */
export function drawPassage(random: Random, phase: Phase): string {
  const exit =
    rect(270, 70, 100, 38, '#2f9e62', 'rx="4"') +
    circle(296, 82, 6, '#fff') +
    line(
      [
        [296, 88],
        [304, 98],
        [292, 104],
      ],
      '#fff',
      4,
    ) +
    line(
      [
        [320, 89],
        [352, 89],
      ],
      '#fff',
      5,
    ) +
    polygon(
      [
        [350, 80],
        [362, 89],
        [350, 98],
      ],
      '#fff',
    );
  const extinguisher = place(
    rect(-13, -64, 26, 62, '#cf3b34', 'rx="8"') +
      rect(-6, -76, 12, 14, '#333') +
      line(
        [
          [6, -72],
          [24, -60],
          [20, -34],
        ],
        '#222',
        4,
      ),
    400,
    362,
  );
  if (phase === 'after') return exit + extinguisher + ellipse(320, 424, 190, 16, '#fff', 'opacity="0.25"');
  const carton = (): string => {
    const [w, h] = [random.int(58, 96), random.int(44, 74)];
    return (
      rect(-w / 2, -h, w, h, random.pick(['#c59d69', '#b98d58', '#d0ab79']), 'stroke="#94703f" stroke-width="2"') +
      rect(-5, -h, 10, h, '#a67c48')
    );
  };
  const cabinet =
    rect(-52, -190, 104, 190, '#8f6b4d', 'stroke="#6b4d35" stroke-width="4"') +
    line(
      [
        [0, -186],
        [0, -4],
      ],
      '#6b4d35',
      3,
    ) +
    circle(-9, -95, 4, '#e2c779') +
    circle(9, -95, 4, '#e2c779');
  const stack = Array.from({ length: random.int(5, 8) }, (_, k) =>
    place(carton(), random.int(180, 450), 452 - (k % 3) * 48, 1, random.int(-4, 4)),
  ).join('');
  const pots = [0, 1]
    .map((k) => place(rect(-20, -30, 40, 30, '#b1643f') + circle(0, -46, 22, '#6f9d58'), 500 + k * 52, 448))
    .join('');
  return exit + place(cabinet, random.int(210, 290), 400) + stack + pots;
}

/** Lift doors stuck half open with a notice; afterwards closed, the number lit. */
export function drawLift(random: Random, phase: Phase): string {
  const gap = phase === 'before' ? random.int(34, 80) : 2;
  const shaft = rect(206, 96, 228, 268, '#4b5157') + rect(212, 102, 216, 262, '#23272b');
  const half = (x: number, w: number): string =>
    rect(x, 102, w, 262, '#aeb6bb') + rect(x + w * 0.4, 102, 6, 262, '#c9d0d4');
  const doors = half(212, 108 - gap) + half(320 + gap, 108 - gap);
  const number =
    rect(284, 60, 72, 30, '#1d2125', 'rx="4"') +
    (phase === 'before'
      ? line(
          [
            [304, 75],
            [336, 75],
          ],
          '#e2603f',
          6,
        )
      : polygon(
          [
            [320, 66],
            [332, 82],
            [308, 82],
          ],
          '#6fd08c',
        ));
  const panel =
    rect(456, 200, 34, 70, '#c9ced1', 'rx="4"') +
    circle(473, 222, 9, phase === 'before' ? '#8b9196' : '#f3c94d') +
    circle(473, 248, 9, '#8b9196');
  const notice = place(
    rect(-54, -84, 108, 84, '#f2c230', 'rx="6"') +
      rect(-40, -66, 80, 9, '#4b3b12') +
      rect(-40, -46, 80, 9, '#4b3b12') +
      rect(-40, -26, 50, 9, '#4b3b12'),
    320,
    442,
  );
  return shaft + doors + number + panel + (phase === 'before' ? notice : '');
}
