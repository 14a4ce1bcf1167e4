import type {
  DataDrivenPropertyValueSpecification,
  ExpressionSpecification,
  LayerSpecification,
  StyleSpecification,
} from 'maplibre-gl';
import { FONT_FAMILIES } from '../chinese-font.ts';
import type { Palette } from '../palette.ts';
import type { Choropleth } from './map-view-props.ts';

const NO_FEATURES = { type: 'FeatureCollection' as const, features: [] };

/** Land, water and streets by day and by night: quiet, so that cases stand out. */
const GROUND = {
  light: {
    land: '#f3f0e9',
    river: '#bcd6e6',
    green: '#d6e5ce',
    block: '#e8e3d8',
    landmark: '#d9cfbd',
    road: '#ffffff',
    edge: '#8d8878',
  },
  dark: {
    land: '#141b23',
    river: '#12283a',
    green: '#17291f',
    block: '#1d2731',
    landmark: '#2c3946',
    road: '#2d3945',
    edge: '#5b6875',
  },
} as const;

/** Width in px at zoom 12, 15 and 18: avenues stand out from lanes. */
const ROAD_WIDTHS = { 'road-minor': [0.6, 3, 16], 'road-main': [1.8, 7, 28] } as const;

// Tiles are drawn for a light page: on the dark wall they step back.
const TILE_PAINT = { light: {}, dark: { 'raster-brightness-max': 0.35, 'raster-saturation': -0.6 } } as const;

export type MapLook = {
  readonly palette: Palette;
  readonly ground: keyof typeof GROUND;
  readonly tileUrl: string | undefined;
  /** Body size in px: labels follow the face (elder mode, screen). */
  readonly textSize: number;
};

/** A whole style with empty sources: no tiles, sprites or glyphs from anywhere unless `tileUrl` is given. */
export function mapStyle(look: MapLook): StyleSpecification {
  const tiles = look.tileUrl;
  return {
    version: 8,
    sources: {
      ...(tiles === undefined ? {} : { tiles: { type: 'raster' as const, tiles: [tiles], tileSize: 256 } }),
      scenery: { type: 'geojson', data: NO_FEATURES },
      areas: { type: 'geojson', data: NO_FEATURES, promoteId: 'id' },
      names: { type: 'geojson', data: NO_FEATURES },
      points: { type: 'geojson', data: NO_FEATURES },
    },
    layers: [...groundLayers(look), ...areaLayers(look), ...wordLayers(look)],
  };
}

function groundLayers({ ground, tileUrl }: MapLook): LayerSpecification[] {
  const colours = GROUND[ground];
  const land: LayerSpecification = { id: 'land', type: 'background', paint: { 'background-color': colours.land } };
  const kind = (name: string): ExpressionSpecification => ['==', ['get', 'kind'], name];
  return [
    land,
    ...(tileUrl === undefined
      ? []
      : [{ id: 'tiles', type: 'raster' as const, source: 'tiles', paint: TILE_PAINT[ground] }]),
    ...(['river', 'green', 'block', 'landmark'] as const).map(
      (name): LayerSpecification => ({
        id: name,
        type: 'fill',
        source: 'scenery',
        filter: ['all', kind(name), ['==', ['geometry-type'], 'Polygon']],
        paint: { 'fill-color': colours[name] },
      }),
    ),
    ...(['road-minor', 'road-main'] as const).map((name): LayerSpecification => {
      const [far, middle, near] = ROAD_WIDTHS[name];
      return {
        id: name,
        type: 'line',
        source: 'scenery',
        filter: kind(name),
        layout: { 'line-cap': 'round', 'line-join': 'round' },
        paint: {
          'line-color': colours.road,
          'line-width': ['interpolate', ['exponential', 1.6], ['zoom'], 12, far, 15, middle, 18, near],
        },
      };
    }),
  ];
}

function areaLayers({ palette, ground }: MapLook): LayerSpecification[] {
  const selected: ExpressionSpecification = ['boolean', ['feature-state', 'selected'], false];
  return [
    {
      id: 'area-fill',
      type: 'fill',
      source: 'areas',
      paint: { 'fill-color': palette.paper, 'fill-opacity': 0 },
    },
    {
      id: 'area-edge',
      type: 'line',
      source: 'areas',
      paint: {
        'line-color': ['case', selected, palette.action, GROUND[ground].edge],
        'line-width': ['case', selected, 3, 0.8],
        'line-opacity': ['case', selected, 1, 0.7],
      },
    },
  ];
}

function wordLayers({ palette, textSize }: MapLook): LayerSpecification[] {
  // Read from 5 m or by old eyes, marks grow with the words.
  const scale = Math.max(1, textSize / 17);
  const words = {
    paint: { 'text-color': palette.ink, 'text-halo-color': palette.paper, 'text-halo-width': 1.5 },
  };
  return [
    {
      id: 'area-name',
      type: 'symbol',
      source: 'names',
      layout: {
        'text-field': ['get', 'name'],
        'text-font': [...FONT_FAMILIES],
        'text-size': textSize * 0.85,
        'text-max-width': 8,
        'text-padding': 4,
        'symbol-sort-key': ['-', 0, ['get', 'size']],
      },
      ...words,
    },
    {
      id: 'point',
      type: 'symbol',
      source: 'points',
      layout: {
        'icon-image': ['get', 'kind'],
        'icon-allow-overlap': true,
        'icon-size': ['interpolate', ['linear'], ['zoom'], 12, 0.65 * scale, 16, scale],
        'text-field': ['step', ['zoom'], '', 16, ['get', 'label']],
        'text-font': [...FONT_FAMILIES],
        'text-size': textSize * 0.8,
        'text-offset': [0, 1],
        'text-anchor': 'top',
        'text-optional': true,
      },
      ...words,
    },
  ];
}

/** The fill's paint for a figure per area, read from feature state so that a new figure costs no new geometry. */
export function choroplethPaint(
  choropleth: Choropleth | undefined,
  palette: Palette,
): { colour: DataDrivenPropertyValueSpecification<string>; opacity: DataDrivenPropertyValueSpecification<number> } {
  if (choropleth === undefined) return { colour: palette.paper, opacity: 0 };
  const { low, tone } = choropleth;
  // A scale of no width would be refused by the map.
  const high = choropleth.high > low ? choropleth.high : low + 1;
  const soft = { action: palette.actionSoft, good: palette.goodSoft, bad: palette.badSoft }[tone];
  const value: ExpressionSpecification = ['feature-state', 'value'];
  const hasValue: ExpressionSpecification = ['!=', value, null];
  return {
    colour: [
      'case',
      hasValue,
      ['interpolate-lab', ['linear'], ['number', value, low], low, soft, high, palette[tone]],
      palette.paper,
    ],
    opacity: ['case', hasValue, 0.78, 0],
  };
}
