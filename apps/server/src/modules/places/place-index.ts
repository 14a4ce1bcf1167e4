/** A point or an area, placed: the chain from the site down to the micro-grid (or as deep as it goes). */
export interface Located {
  siteId: string;
  /** ltree path of the lowest area. */
  path: string;
  /** The lowest area. */
  areaId: string;
  /** From the site (level 1) down. */
  areas: readonly { id: string; level: number; name: string; kind: string }[];
}

/** Places in memory: what reporting asks for every case. */
export interface PlaceIndex {
  /** Today's micro-grid of a WGS-84 point; null outside every site. */
  locate(lng: number, lat: number): Located | null;
  /** The chain of an area by id; null when unknown. */
  chainOf(areaId: string): Located | null;
  sites(): readonly { id: string; name: string; path: string }[];
}
