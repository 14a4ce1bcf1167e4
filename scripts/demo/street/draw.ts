import { writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { buildStreet } from './build-street.ts';
import { toPlane } from './projection.ts';
import type { BuildingKind, Polygon, Position, SceneryKind, Street } from './types.ts';

const land = '#f4f1ea';
const fills: Record<Extract<SceneryKind, 'river' | 'green' | 'block'>, string> = {
  river: '#a9cfe3',
  green: '#cfe3b8',
  block: '#e3ddd1',
};
const buildingFills: Record<BuildingKind, string> = {
  residential: '#d9c7b0',
  office: '#b9c4d3',
  shop: '#e8c39a',
  public: '#c8b6d4',
};

function planePoints(positions: readonly Position[]): string {
  return positions
    .map((p) => toPlane(p))
    .map(([x, y]) => `${x.toFixed(1)},${(-y).toFixed(1)}`)
    .join(' ');
}

function polygonSvg(polygon: Polygon, style: string): string {
  return `<polygon points="${planePoints(polygon.coordinates[0] ?? [])}" ${style}/>`;
}

function roadsSvg(street: Street, kind: 'road-main' | 'road-minor'): string {
  const lines = street.scenery.filter((s) => s.kind === kind);
  const width = (name: string | undefined): number => {
    if (kind === 'road-main') return 26;
    return name === undefined ? 7 : 15;
  };
  const pass = (colour: string, extra: number): string =>
    lines
      .map((s) =>
        s.geometry.type === 'LineString'
          ? `<polyline points="${planePoints(s.geometry.coordinates)}" fill="none" stroke-linejoin="round" stroke="${colour}" stroke-width="${width(s.name) + extra}"/>`
          : '',
      )
      .join('');
  return pass('#d8d0c2', 4) + pass(kind === 'road-main' ? '#fbe3a6' : '#ffffff', 0);
}

function labelsSvg(street: Street): string {
  const roads = street.scenery.flatMap((s) => {
    if (s.geometry.type !== 'LineString' || s.name === undefined) return [];
    const middle = s.geometry.coordinates[Math.floor(s.geometry.coordinates.length / 2)];
    return middle ? [{ name: s.name, at: toPlane(middle), size: s.kind === 'road-main' ? 26 : 18 }] : [];
  });
  const marks = street.scenery.flatMap((s) => {
    if (s.name === undefined || s.geometry.type === 'LineString' || s.kind === 'river') return [];
    const place = s.geometry.type === 'Point' ? s.geometry.coordinates : s.geometry.coordinates[0]?.[0];
    return place && s.name !== '滨江绿地' ? [{ name: s.name, at: toPlane(place), size: 20 }] : [];
  });
  return [...roads, ...marks]
    .map(
      (l) =>
        `<text x="${l.at[0].toFixed(0)}" y="${(-l.at[1]).toFixed(0)}" font-size="${l.size}" text-anchor="middle" stroke="#fff" stroke-width="4" paint-order="stroke" fill="#444">${l.name}</text>`,
    )
    .join('');
}

/** The whole street as one SVG picture, 1 unit = 1 metre. For looking at, not for the product. */
export function drawStreet(street: Street): string {
  const areaFill = (kinds: SceneryKind): string =>
    street.scenery
      .filter((s) => s.kind === kinds && s.geometry.type === 'Polygon')
      .map((s) =>
        s.geometry.type === 'Polygon' && (s.kind === 'river' || s.kind === 'green' || s.kind === 'block')
          ? polygonSvg(s.geometry, `fill="${fills[s.kind]}"`)
          : '',
      )
      .join('');
  const marks = street.scenery
    .filter((s) => s.kind === 'landmark')
    .map((s) => {
      if (s.geometry.type === 'Polygon')
        return polygonSvg(s.geometry, 'fill="#c7798a" stroke="#94485a" stroke-width="3"');
      if (s.geometry.type !== 'Point') return '';
      const [x, y] = toPlane(s.geometry.coordinates);
      return `<circle cx="${x.toFixed(1)}" cy="${(-y).toFixed(1)}" r="11" fill="#3b6ea5" stroke="#fff" stroke-width="3"/>`;
    })
    .join('');
  const houses = street.buildings
    .map((b) => polygonSvg(b.footprint, `fill="${buildingFills[b.kind]}" stroke="#a8977f" stroke-width="0.8"`))
    .join('');
  const borders = street.areas
    .filter((a) => a.level === 4 || a.level === 2)
    .map((a) =>
      polygonSvg(
        a.polygon,
        a.level === 4
          ? 'fill="none" stroke="#9a8fb5" stroke-width="1.2" stroke-dasharray="8 5"'
          : 'fill="none" stroke="#7a5ca8" stroke-width="4" stroke-opacity="0.6"',
      ),
    )
    .join('');
  const body = [
    areaFill('river'),
    areaFill('green'),
    areaFill('block'),
    roadsSvg(street, 'road-minor'),
    roadsSvg(street, 'road-main'),
    houses,
    marks,
    borders,
    labelsSvg(street),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-2200 -1750 4150 3500" width="2075" height="1750" font-family="Noto Sans SC, sans-serif"><rect x="-2200" y="-1750" width="4150" height="3500" fill="${land}"/>${body.join('')}</svg>`;
}

// Run as `tsx scripts/demo/street/draw.ts street.svg [seed]`.
if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [path = 'street.svg', seed = '1'] = process.argv.slice(2);
  await writeFile(path, drawStreet(buildStreet(Number(seed))));
}
