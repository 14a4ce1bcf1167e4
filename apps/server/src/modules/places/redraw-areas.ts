import type { OutputOf, ParsedInputOf, redrawAreas } from '@linli/contract';
import type { Db } from '../../platform/db/database.ts';
import { refuse } from '../../platform/errors.ts';
import { appendJournal } from '../../platform/journal/index.ts';
import { type AreaRecord, newestVersion, versionOn } from './area-record.ts';
import { type ChildShape, checkChildren, describeProblems, findCausedProblems, type Problem } from './cover.ts';
import {
  areaEntry,
  type EditCall,
  latestChangeOf,
  openForEditing,
  type PlacesCache,
  refuseEarlierDay,
  refuseField,
  refuseIfRetired,
  shapesOn,
} from './edit-call.ts';
import { readAreas } from './read-areas.ts';
import { placesChanged } from './store.ts';
import { insertVersions } from './store-versions.ts';
import { takeEffectOn } from './take-effect.ts';

type Input = ParsedInputOf<typeof redrawAreas>;
type Change = Input['changes'][number] & { area: AreaRecord };

/**
 * New shapes or names for children of one parent from a day on. Refused when the change brings or enlarges an overlap, a gap or
 * an outside piece among the parent's children; problems it leaves one level further down are told, not refused: those
 * children are redrawn next.
 */
export async function redrawChildren(
  db: Db,
  cache: PlacesCache,
  call: EditCall<Input>,
): Promise<OutputOf<typeof redrawAreas>> {
  const { input, now } = call;
  const parent = await openForEditing(db, call.actor, input.parentId);
  const children = await readAreas(db, { parentId: parent.id });
  const changes = readChanges(input, children);
  const day = input.validFrom;
  refuseEarlierDay(day, latestChangeOf(changes.map((change) => change.area)));

  const ground = versionOn(parent, day).geometry;
  const before = shapesOn(children, day);
  const after = before.map((child) => withChange(child, changes));
  const redrawn = changes.filter((change) => change.geometry !== undefined);
  const changedIds = new Set(redrawn.map((change) => change.areaId));
  const caused = redrawn.length > 0 ? findCausedProblems({ parent: ground, before, after, changedIds }) : [];
  // Shapes that do not hold together cannot be compared with what lies below them.
  const below = caused.length === 0 ? await findProblemsBelow(db, redrawn, day) : [];
  if (input.dryRun) return { saved: false, problems: [...caused, ...below] };
  if (caused.length > 0) refuse('areas-problem', { count: caused.length });

  await insertVersions(
    db,
    changes.map(({ area, name, geometry }) => {
      const newest = newestVersion(area);
      return {
        areaId: area.id,
        version: newest.version + 1,
        validFrom: day,
        name: name ?? newest.name,
        geometry: geometry ?? newest.geometry,
        crs: 'wgs84',
        reason: input.reason,
        changedBy: call.actor.accountId,
      };
    }),
    now,
  );
  await takeEffectOn(
    db,
    changes.map((change) => change.areaId),
    day,
    now,
  );
  await appendJournal(
    db,
    changes.map(({ area, name, geometry }) =>
      areaEntry(call, area, 'area.redrawn', {
        version: newestVersion(area).version + 1,
        validFrom: day,
        named: name !== undefined,
        shaped: geometry !== undefined,
      }),
    ),
  );
  await placesChanged(db, cache, now);
  return { saved: true, problems: below };
}

function readChanges(input: Input, children: readonly AreaRecord[]): Change[] {
  const seen = new Set<string>();
  return input.changes.map((change, index) => {
    const area = children.find((child) => child.id === change.areaId);
    if (!area || seen.has(area.id)) return refuseField(`changes.${index}.areaId`, 'not-an-option');
    seen.add(area.id);
    if (change.name === undefined && change.geometry === undefined) refuseField(`changes.${index}`, 'required');
    refuseIfRetired(area);
    if (change.seenVersion !== undefined && change.seenVersion !== newestVersion(area).version)
      refuse('changed-meanwhile');
    return { ...change, area };
  });
}

function withChange(child: ChildShape, changes: readonly Change[]): ChildShape {
  const change = changes.find((other) => other.areaId === child.id);
  return change ? { ...child, name: change.name ?? child.name, geometry: change.geometry ?? child.geometry } : child;
}

/** What the new shapes leave uncovered or cut off among the children of the areas redrawn. */
async function findProblemsBelow(db: Db, redrawn: readonly Change[], day: string): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const { areaId, geometry } of redrawn) {
    const grandchildren = shapesOn(await readAreas(db, { parentId: areaId }), day);
    const found = checkChildren(geometry ?? null, grandchildren);
    problems.push(...describeProblems(found, grandchildren));
  }
  return problems;
}
