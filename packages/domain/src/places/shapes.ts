/** A position as GeoJSON writes it: longitude, then latitude, in degrees (RFC 7946). */
export type Position = [number, number];

/** A GeoJSON polygon: the outer ring first, then the holes; every ring repeats its first position at the end. */
export type Polygon = { type: 'Polygon'; coordinates: Position[][] };

/** A GeoJSON multi-polygon: parts that do not touch along an edge. */
export type MultiPolygon = { type: 'MultiPolygon'; coordinates: Position[][][] };

/** The ground an area covers. */
export type AreaShape = Polygon | MultiPolygon;
