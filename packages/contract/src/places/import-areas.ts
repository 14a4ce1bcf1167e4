import { z } from 'zod';
import { command } from '../operation.ts';
import { Crs, Day, ImportResult } from './shapes.ts';

export const importAreas = command({
  name: 'import-areas',
  module: 'places',
  summary: 'Areas from GeoJSON text; a dry run names every bad row and changes nothing',
  input: {
    geojson: z.string().max(8_000_000),
    level: z.number().int().min(1).max(4),
    crs: Crs.default('wgs84'),
    validFrom: Day,
    dryRun: z.boolean(),
  },
  output: ImportResult,
  allow: 'places:edit',
});
