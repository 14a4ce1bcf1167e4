import { LocalText } from '@linli/domain';
import { z } from 'zod';
import { CaseFilter } from '../cases/filter-shapes.ts';
import { query } from '../operation.ts';
import { Ratio } from './shapes.ts';

/** Days since the report that make a backlog. */
export const backlogDays = [30, 60, 90] as const;

const Count = z.object({ count: z.number().int(), rows: CaseFilter });
const Share = z.object({ ratio: Ratio, rows: CaseFilter });

export const getProcedureFigures = query({
  name: 'get-procedure-figures',
  module: 'measures',
  summary:
    'Of one kind with a procedure: what stands at which stage, how cases ended in a period, what has lain long with whom',
  input: {
    typeCode: z.string().max(40),
    from: z.iso.date(),
    until: z.iso.date(),
    areaId: z.uuid().optional(),
    /** A joint community instead of one area: one set of figures over all its areas. */
    areaGroupId: z.uuid().optional(),
  },
  output: z.object({
    /** The area, or the joint community. */
    area: z.object({ id: z.uuid(), name: z.string() }),
    /** Whoever reads measures by their unit alone sees what lies with it; null for others. */
    unit: z.object({ id: z.uuid(), name: z.string() }).nullable(),
    open: Count,
    /** In the order of the procedure; before it began and while it is checked are steps of their own. */
    stages: z.array(
      z.object({
        key: z.string(),
        place: z.enum(['before', 'stage', 'checking']),
        /** Null where the step is no stage. */
        name: LocalText.nullable(),
        open: Count,
        /** Past the stage's own clock. Null where the step has none. */
        late: Count.nullable(),
        oldestAt: z.iso.datetime().nullable(),
      }),
    ),
    /** Closed in the period through the procedure. */
    ended: Count,
    /** Of them: never reopened. */
    firstRound: Share,
    /** Of those with a promise: closed before it. */
    promiseKept: Share,
    /** Days from the report to the end, the middle one of all; null where none ended. */
    medianDays: z.number().nullable(),
    outcomes: z.array(
      z.object({
        key: z.string(),
        label: LocalText,
        count: z.number().int(),
        share: Ratio,
        medianDays: z.number().nullable(),
        rows: CaseFilter,
      }),
    ),
    /** Open longer than 30, 60, 90 days by who leads; the longest first. */
    backlog: z.array(
      z.object({
        name: z.string(),
        unitId: z.uuid().nullable(),
        /** The officials in charge of these cases, where a stage asks for one (`leadOfficial`). */
        officials: z.array(z.string()),
        past: z.array(Count).length(3),
      }),
    ),
  }),
  allow: 'measures:read',
});
