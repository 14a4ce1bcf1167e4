import { createContext } from 'react';

/** Raster tiles `{z}/{x}/{y}` below every map of a face; none unless the site names a tile server. Given by the face's shell. */
export const TileUrlContext = createContext<string | undefined>(undefined);
