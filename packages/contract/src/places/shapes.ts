import { z } from 'zod';

export const Lng = z.number().min(-180).max(180);
export const Lat = z.number().min(-90).max(90);
export const Crs = z.enum(['wgs84', 'gcj02', 'bd09']);
export const Day = z.iso.date();
export const AreaLevel = z.number().int().min(1).max(5);

const Position = z.tuple([z.number(), z.number()]);
const Ring = z.array(Position).min(4).max(5000);
/** GeoJSON, WGS-84 longitude and latitude. */
export const PolygonGeometry = z.object({ type: z.literal('Polygon'), coordinates: z.array(Ring).min(1).max(50) });
export const MultiPolygonGeometry = z.object({
  type: z.literal('MultiPolygon'),
  coordinates: z.array(z.array(Ring)).min(1).max(50),
});
export const AreaGeometry = z.discriminatedUnion('type', [PolygonGeometry, MultiPolygonGeometry]);
export const LineGeometry = z.object({
  type: z.literal('LineString'),
  coordinates: z.array(Position).min(2).max(5000),
});
export type AreaGeometry = z.infer<typeof AreaGeometry>;

export const AreaRef = z.object({ id: z.uuid(), level: AreaLevel, name: z.string() });
/** One area of the five-level tree as lists and trees show it. */
export const AreaView = z.object({
  id: z.uuid(),
  parentId: z.uuid().nullable(),
  code: z.string(),
  name: z.string(),
  level: AreaLevel,
  kind: z.string(),
  path: z.string(),
  population: z.number().int(),
  /** Where the figure comes from, and of which year; null where nobody said. */
  populationSource: z.string().nullable(),
  populationYear: z.number().int().nullable(),
  areaM2: z.number(),
  centre: Position.nullable(),
  hasShape: z.boolean(),
});
export type AreaView = z.infer<typeof AreaView>;

export const CoverageProblem = z.object({
  kind: z.enum(['overlap', 'gap', 'outside', 'invalid']),
  areas: z.array(AreaRef),
  areaM2: z.number(),
  geometry: z.unknown(),
});
export const ImportProblem = z.object({
  line: z.number().int(),
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  message: z.string(),
});
export const ImportResult = z.object({
  dryRun: z.boolean(),
  read: z.number().int(),
  added: z.number().int(),
  changed: z.number().int(),
  unchanged: z.number().int(),
  problems: z.array(ImportProblem),
  coverage: z.array(CoverageProblem),
});

/** Residential areas acting as one community. */
export const AreaGroup = z.object({
  id: z.uuid(),
  name: z.string(),
  areas: z.array(z.object({ id: z.uuid(), name: z.string() })),
});
export type AreaGroup = z.infer<typeof AreaGroup>;
