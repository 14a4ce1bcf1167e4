import type { Random } from '../street/random.ts';
import type { Light } from './light.ts';
import { circle, ellipse, line, polygon, rect } from './shapes.ts';

const walls = ['#e6d8c3', '#dcc7b0', '#d9dcd6', '#e9e1d2', '#cfd6dc', '#e2cdbd'];
const far = ['#b9c6d3', '#c7d0d8', '#adbccb'];
const leaves = ['#6f9d58', '#5d8f55', '#86ad66', '#7aa052'];

function skyline(random: Random): string {
  let out = '';
  for (let x = -10; x < 650; x += random.int(38, 74)) {
    const height = random.int(40, 150);
    out += rect(x, 190 - height, random.int(30, 58), height + 60, random.pick(far));
  }
  return out;
}

/** A six-floor house with balconies, the street's most common sight. */
function house(random: Random, x: number, width: number, top: number): string {
  const wall = random.pick(walls);
  let out = rect(x, top, width, 300 - top, wall) + rect(x - 4, top - 7, width + 8, 9, '#a5735c');
  for (let y = top + 14; y < 255; y += 36) {
    for (let wx = x + 12; wx < x + width - 30; wx += 46) {
      out += rect(wx, y, 30, 21, random.chance(0.2) ? '#f6e3a8' : '#8fa6b5', 'stroke="#f7f4ee" stroke-width="3"');
      if (random.chance(0.4)) out += rect(wx + 4, y + 22, 14, 9, '#c9c9c4');
    }
  }
  return out;
}

function tree(random: Random, x: number): string {
  const size = random.int(30, 46);
  const green = random.pick(leaves);
  const crown = [0, 1, 2, 3]
    .map((k) => circle(x + random.int(-18, 18), 215 - k * 13, size - k * 4, green, 'opacity="0.92"'))
    .join('');
  return rect(x - 4, 230, 8, 76, '#7b6450') + crown;
}

/** Outdoors: sky, houses, trees, pavement; ground starts at y 300 and the kerb lies at 420. */
export function drawStreetBackdrop(random: Random, light: Light): string {
  const split = random.int(210, 420);
  const gradient = `<linearGradient id="s" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${light.sky[0]}"/><stop offset="1" stop-color="${light.sky[1]}"/></linearGradient>`;
  const houses =
    house(random, -20, split - 10, random.int(40, 110)) + house(random, split + 30, 660 - split, random.int(50, 130));
  const trees = Array.from({ length: random.int(2, 4) }, () => tree(random, random.int(20, 620))).join('');
  const paving = random.pick(['#c9c3b6', '#bfbcb4', '#cdbfae']);
  const joints = Array.from({ length: 9 }, (_, k) =>
    line(
      [
        [k * 90 - 40, 300],
        [k * 120 - 160, 420],
      ],
      '#a9a498',
      1,
    ),
  ).join('');
  const rows = [325, 355, 388]
    .map((y) =>
      line(
        [
          [0, y],
          [640, y],
        ],
        '#a9a498',
        1,
      ),
    )
    .join('');
  return `<defs>${gradient}</defs>${rect(0, 0, 640, 300, 'url(#s)')}${skyline(random)}${houses}${trees}${rect(0, 296, 640, 126, paving)}${joints}${rows}${rect(0, 418, 640, 9, '#e0dcd2')}${rect(0, 427, 640, 53, '#7d7f82')}`;
}

/** Indoors: a stairwell, white above and green below, tiled floor from y 360. */
export function drawHallBackdrop(random: Random): string {
  const lower = random.pick(['#9fc0a8', '#a9c3c9', '#c4b79c', '#b7c6a2']);
  const upper = random.pick(['#f1efe8', '#ece9e0', '#f3f0ea']);
  const tiles = Array.from({ length: 12 }, (_, k) =>
    line(
      [
        [320 + (k - 6) * 42, 360],
        [320 + (k - 6) * 110, 480],
      ],
      '#a19d94',
      1,
    ),
  ).join('');
  const rows = [380, 406, 440]
    .map((y) =>
      line(
        [
          [0, y],
          [640, y],
        ],
        '#a19d94',
        1,
      ),
    )
    .join('');
  const doorX = random.pick([40, 470]);
  const door =
    rect(doorX, 120, 120, 240, random.pick(['#8a5f47', '#6b7c88', '#7b4f43']), 'stroke="#5b4638" stroke-width="5"') +
    circle(doorX + 102, 245, 5, '#e2c779');
  const notice =
    rect(doorX === 40 ? 420 : 120, 130, 74, 56, '#fffdf6', 'stroke="#cfc9bc" stroke-width="2"') +
    [0, 1, 2].map((k) => rect(doorX === 40 ? 430 : 130, 142 + k * 13, 50, 4, '#c2bcb0')).join('');
  return `${rect(0, 0, 640, 230, upper)}${rect(0, 228, 640, 134, lower)}${rect(0, 352, 640, 10, '#8d8678')}${rect(0, 360, 640, 120, '#c5c0b5')}${tiles}${rows}${door}${notice}`;
}

/** A lawn with a path: ground from y 250. */
export function drawGardenBackdrop(random: Random, light: Light): string {
  const green = random.pick(leaves);
  const bushes = Array.from({ length: 9 }, (_, k) =>
    ellipse(k * 80, 268, 52, random.int(24, 38), random.pick(leaves)),
  ).join('');
  return `${drawStreetBackdrop(random, light)}${rect(0, 285, 640, 195, green)}${bushes}${polygon(
    [
      [250, 480],
      [330, 480],
      [600, 300],
      [570, 300],
    ],
    '#d8cdb8',
  )}`;
}
