import { z } from 'zod';
import { CaseFilter, caseSteps } from '../cases/filter-shapes.ts';
import { query } from '../operation.ts';
import { Figure, MapFigure, Ratio } from './shapes.ts';

export const getScreen = query({
  name: 'get-screen',
  module: 'measures',
  summary:
    'All the wall screen shows: top figures, today’s six steps, overdue by who must act, ranking, trend, map figure, latest',
  input: { areaId: z.uuid().optional(), mapFigure: MapFigure.default('open') },
  output: z.object({
    asOf: z.iso.datetime(),
    /** Feed position of this snapshot: follow the live feed from here. */
    cursor: z.string(),
    area: z.object({ id: z.uuid(), name: z.string() }),
    /** True until history has been read once (a first start, a rebuild): the numbers below are then too small. */
    counting: z.boolean(),
    figures: z.array(Figure),
    funnel: z.array(
      z.object({
        step: z.enum(caseSteps),
        today: z.number().int(),
        yesterday: z.number().int(),
        rows: CaseFilter,
      }),
    ),
    overdue: z.array(
      z.object({
        name: z.string(),
        count: z.number().int(),
        oldestDueAt: z.iso.datetime(),
        unitId: z.uuid().nullable(),
        rows: CaseFilter,
      }),
    ),
    ranking: z.array(
      z.object({
        areaId: z.uuid(),
        name: z.string(),
        onTime: Ratio,
        low: z.number().nullable(),
        high: z.number().nullable(),
        ranked: z.boolean(),
        rows: CaseFilter,
      }),
    ),
    trend: z.array(
      z.object({ day: z.iso.date(), reported: z.number().int(), closed: z.number().int(), onTime: Ratio }),
    ),
    map: z.object({
      figure: MapFigure,
      areas: z.array(z.object({ areaId: z.uuid(), value: z.number().nullable(), count: z.number().int() })),
    }),
    latest: z.array(
      z.object({
        caseId: z.uuid(),
        number: z.string(),
        typeCode: z.string(),
        typeName: z.string(),
        areaName: z.string(),
        lng: z.number().nullable(),
        lat: z.number().nullable(),
        at: z.iso.datetime(),
        state: z.string(),
      }),
    ),
    attention: z
      .object({ key: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) })
      .nullable(),
  }),
  allow: 'measures:read',
});
