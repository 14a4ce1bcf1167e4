import type { FeatureCollection, Geometry, MultiPolygon, Polygon } from 'geojson';

export type LngLat = { readonly lng: number; readonly lat: number };

/** What a place looks like without a tile server, as the server names it; drawn from bottom to top in this order. */
export type SceneryKind = 'river' | 'green' | 'block' | 'landmark' | 'road-minor' | 'road-main';

/** Each kind has its own colour and its own shape. */
export type MapPointKind = 'new' | 'open' | 'overdue' | 'done' | 'asset' | 'me';

export type MapPoint = LngLat & {
  readonly id: string;
  readonly kind: MapPointKind;
  readonly label?: string | undefined;
};

export type AreaCollection = FeatureCollection<Polygon | MultiPolygon, { readonly id: string; readonly name: string }>;
export type SceneryCollection = FeatureCollection<Geometry, { readonly kind: SceneryKind; readonly name?: string }>;

/** A figure per area: light at `low`, strong at `high`; an area without one stays paper. */
export type Choropleth = {
  readonly values: Readonly<Record<string, number>>;
  readonly low: number;
  readonly high: number;
  readonly tone: 'action' | 'good' | 'bad';
};

export type Picked = LngLat & { readonly kind: 'point' | 'area' | 'place'; readonly id?: string };

/** Short-lived words at a place: a case that has just come in. */
export type MapCallout = LngLat & { readonly id: string; readonly words: string };

export type MapViewProps = {
  /** The accessible name. What the map shows must also be reachable as a list: that is the caller's. */
  readonly label: string;
  /** What it shows is still fetched: said over the map. */
  readonly loading?: boolean | undefined;
  readonly areas?: AreaCollection | undefined;
  readonly scenery?: SceneryCollection | undefined;
  readonly points?: readonly MapPoint[] | undefined;
  readonly choropleth?: Choropleth | undefined;
  readonly selectedAreaId?: string | undefined;
  /** Names of areas as labels; on unless told. */
  readonly areaNames?: boolean | undefined;
  readonly pin?: LngLat | undefined;
  /** Makes the pin draggable. */
  readonly onPinMove?: ((to: LngLat) => void) | undefined;
  /** Oldest first; the newest lies on top, the older give way. */
  readonly callouts?: readonly MapCallout[] | undefined;
  /** What is brought into view when it first comes or changes; a box is west, south, east, north. */
  readonly fit?: 'areas' | 'points' | 'pin' | readonly [number, number, number, number] | undefined;
  readonly onPick?: ((picked: Picked) => void) | undefined;
};
