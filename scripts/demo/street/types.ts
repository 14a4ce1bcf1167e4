import type { Role } from '@linli/domain';

/** WGS-84 [longitude, latitude] in degrees, rounded to 1e-6. */
export type Position = [number, number];
export interface PointGeometry {
  type: 'Point';
  coordinates: Position;
}
export interface LineGeometry {
  type: 'LineString';
  coordinates: Position[];
}
/** One closed ring, counter-clockwise, no holes. */
export interface Polygon {
  type: 'Polygon';
  coordinates: Position[][];
}

export type AreaLevel = 1 | 2 | 3 | 4;
export type AreaKind =
  | 'street'
  | 'residential-grid'
  | 'business-grid'
  | 'residential-area'
  | 'business-area'
  | 'micro-grid';

export interface Area {
  key: string;
  code: string;
  name: string;
  level: AreaLevel;
  parentKey: string | null;
  kind: AreaKind;
  polygon: Polygon;
  population: number;
  /** True where the code is made up for the demonstration, not an official one. */
  invented?: true;
}

export type SceneryKind = 'river' | 'road-main' | 'road-minor' | 'green' | 'block' | 'landmark';
/** What makes the map look like a place. `block` is built mass without an address of its own; roads run along shared edges. */
export interface Scenery {
  kind: SceneryKind;
  name?: string;
  geometry: PointGeometry | LineGeometry | Polygon;
}

export type BuildingKind = 'residential' | 'office' | 'shop' | 'public';
/** A stairwell or a building with one address. */
export interface Building {
  key: string;
  name: string;
  address: string;
  microGridKey: string;
  point: PointGeometry;
  footprint: Polygon;
  floors: number;
  homesPerFloor: number;
  kind: BuildingKind;
}

export interface Home {
  key: string;
  buildingKey: string;
  room: string;
  /** Floor area in units of 0.01 m². */
  areaCm2: number;
}

export type UnitKind = 'department' | 'property-firm' | 'committee' | 'operator' | 'station';
export interface Unit {
  key: string;
  name: string;
  kind: UnitKind;
  areaKeys: string[];
  /** Made up. */
  phone?: string;
}

export type PostRole = Exclude<Role, 'resident'>;
export interface Post {
  key: string;
  role: PostRole;
  areaKey: string;
  unitKey: string | null;
  /** Let into sealed matters of its place. */
  sealed?: true;
}
export interface Person {
  key: string;
  name: string;
}
/** Who held a post: days counted back from today; `untilDay` null = still holding. */
export interface Holding {
  postKey: string;
  personKey: string;
  fromDay: number;
  untilDay: number | null;
  deputy?: true;
}

export interface Street {
  seed: number;
  areas: Area[];
  scenery: Scenery[];
  buildings: Building[];
  homes: Home[];
  units: Unit[];
  posts: Post[];
  persons: Person[];
  holdings: Holding[];
}
