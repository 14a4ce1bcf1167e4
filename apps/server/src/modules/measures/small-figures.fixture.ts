import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import { appendJournal } from '../../platform/journal/index.ts';
import { insertAreas, type NewArea } from '../places/index.ts';
import type { CaseEvent, CaseEventFacts } from './case-fact.ts';
import { caseId, grid, type Step, story } from './case-story.fixture.ts';

/** Friday afternoon, 16:00 in Shanghai. */
export const now = new Date('2026-03-20T08:00:00Z');
const [unitA, unitB] = grid.units;
const [west, east] = grid.level3;
const [first, second, third] = grid.level4;

function area(id: string, parent: string | null, level: number, code: string, name: string): NewArea {
  const parents: Record<number, string | null> = {
    1: null,
    2: 'st',
    3: 'st.g1',
    4: code.startsWith('w') ? 'st.g1.west' : 'st.g1.east',
  };
  return {
    id,
    siteId: grid.site,
    parentId: parent,
    parentPath: parents[level] ?? null,
    code,
    name,
    level,
    kind: 'residential',
    population: level === 4 ? 500 : 0,
    geometry: null,
    validFrom: '2020-01-01',
    sort: code.startsWith('w') ? 0 : 1,
    reason: 'test',
    changedBy: null,
  };
}

/** Two areas with three micro-grids, two units. */
export async function buildStreet(db: Db): Promise<void> {
  await insertAreas(
    db,
    [
      area(grid.site, null, 1, 'st', '街道'),
      area(grid.level2, grid.site, 2, 'g1', '一网格'),
      area(west, grid.level2, 3, 'west', '西居民区'),
      area(east, grid.level2, 3, 'east', '东居民区'),
      area(first, west, 4, 'w1', '西一'),
      area(second, west, 4, 'w2', '西二'),
      area(third, east, 4, 'e1', '东一'),
    ],
    now,
  );
  await sql`insert into unit (id, site_id, key, name, kind, path, active) values
      (${unitA}, ${grid.site}, 'a', '甲物业', 'property-firm', 'st', true), (${unitB}, ${grid.site}, 'b', '乙部门', 'department', 'st', true)`.execute(
    db,
  );
}

const westOne = { areas: { 2: grid.level2, 3: west, 4: first } };
const eastOne = { areas: { 2: grid.level2, 3: east, 4: third } };

/** A case of unit A handled in time or late on a day of March, due that evening. */
function handledCase(day: number, outcome: 'in-time' | 'late', place: Partial<CaseEventFacts>): CaseEvent[] {
  const late = outcome === 'late';
  const date = `2026-03-${String(day).padStart(2, '0')}`;
  const due = { handle: `${date}T09:00:00Z`, total: `${date}T10:00:00Z` };
  const onTime = { handle: !late, total: !late };
  const steps: Step[] = [
    ['report', `${date}T01:00:00Z`, 'reported'],
    ['accept', `${date}T01:10:00Z`, 'accepted'],
    ['dispatch', `${date}T01:20:00Z`, 'dispatched', { unitId: unitA, due }],
    ['take', `${date}T01:30:00Z`, 'in-hand'],
    [
      'handle',
      `${date}T${late ? '11' : '05'}:00:00Z`,
      'handled',
      { of: { result: 'solved' }, onTime: { handle: !late, total: null } },
    ],
    ['check-pass', `${date}T12:00:00Z`, 'closed', { onTime }],
  ];
  return story(steps, place);
}

/** Seventeen cases done, four overdue, two at the desk, two of them as rows that lists show. */
export async function seedCases(db: Db): Promise<void> {
  const stories: CaseEvent[][] = [
    // West: 12 in time and 2 late. East: 3 late, too few to rank.
    ...Array.from({ length: 12 }, (_, i) => handledCase(2 + i, 'in-time', westOne)),
    ...Array.from({ length: 2 }, (_, i) => handledCase(15 + i, 'late', westOne)),
    ...Array.from({ length: 3 }, (_, i) => handledCase(10 + i, 'late', eastOne)),
    // Yesterday reported, today overdue with unit B.
    ...Array.from({ length: 4 }, () =>
      story(
        [
          ['report', '2026-03-19T01:00:00Z', 'reported'],
          ['accept', '2026-03-19T01:10:00Z', 'accepted'],
          [
            'dispatch',
            '2026-03-19T01:20:00Z',
            'dispatched',
            { unitId: unitB, due: { handle: '2026-03-19T09:00:00Z', total: '2026-03-25T09:00:00Z' } },
          ],
          ['overdue', '2026-03-20T00:30:00Z', 'dispatched', { of: { clock: 'handle' } }],
        ],
        { ...westOne, typeCode: 'litter' },
      ),
    ),
    // Today: two at the desk.
    story([['report', '2026-03-20T02:00:00Z', 'reported']], eastOne),
    story([['report', '2026-03-20T03:00:00Z', 'reported']], eastOne),
  ];
  await appendJournal(
    db,
    stories.flatMap((events, n) =>
      events.map(({ at, kind, data }) => ({
        at,
        kind,
        noun: 'case',
        nounId: caseId(n + 1),
        path: 'st',
        actorId: null,
        requestId: null,
        data: { ...data },
      })),
    ),
  );
  for (const [n, visibility] of [
    [1, 'public'],
    [2, 'private'],
  ] as const)
    await sql`insert into cases (id, number, site_id, type_code, type_version, title, words, visibility, channel, state, seq, lng, lat, path,
        area2_id, area3_id, area4_id, reported_at, changed_at, is_open)
      values (${caseId(n)}, ${`20260320-00000${n}`}, ${grid.site}, 'lamp', 1, '', '', ${visibility}, 'resident', 'reported', 1, 121.5, 31.2,
        'st.g1.west.w1', ${grid.level2}, ${west}, ${first}, ${new Date(now.getTime() - n * 60_000)}, ${now}, true)`.execute(
      db,
    );
}
