import type { countByTags, OutputOf, ParsedInputOf } from '@linli/contract';
import { type Actor, type CountedArea, isWithin, type ShownCount, suppressCounts } from '@linli/domain';
import { dayOf } from '../../../platform/clock.ts';
import type { Db } from '../../../platform/db/database.ts';
import { refuse } from '../../../platform/errors.ts';
import { type AreaFrame, type FrameArea, frameOf, isAreaWithin } from './area-frame.ts';
import { countInRegister } from './ask-register.ts';
import type { TagDeps } from './deps.ts';
import { hidesSmall, levelOfQuestion, needsToSee, pathsWith, siteFor } from './policy.ts';

type Input = ParsedInputOf<typeof countByTags>;

/** An area with its own people (`rest`: those of no area below) and all below it. */
interface Node extends FrameArea {
  count: number;
  rest: number;
  hasChildren: boolean;
}

export async function countBy(
  db: Db,
  deps: TagDeps,
  call: { actor: Actor; input: Input; now: Date },
): Promise<OutputOf<typeof countByTags>> {
  const { actor, input } = call;
  const places = deps.places.get();
  const site = siteFor(actor, places);
  const level = levelOfQuestion({ actor, site, catalogue: deps.tags.get() }, input.expression);
  const tops = topsOf(deps, actor, input.areaId);
  const question = { expression: input.expression, noun: input.noun, today: dayOf(call.now) };
  const indexed = deps.index.count({ ...question, isWithin: isAreaWithin(places) });
  const counts = indexed ?? (await countInRegister(db, question));

  const reach = pathsWith(actor, ['tags:read']);
  const nodes = buildNodes(frameOf(places, { siteId: site.id, today: question.today }), reach, counts);
  const seen = hidesSmall(input.noun, level) ? pathsWith(actor, needsToSee(level)) : [site.path];
  const opened = pathsWith(actor, needsToSee(level));
  const seesAll = reach.every((path) => seen.some((top) => isWithin(path, top)));
  const shown = seesAll ? new Map<string, ShownCount>() : suppress(nodes, seen);
  const areas = [...nodes.values()].flatMap((node) => {
    const top = tops.find((path) => isWithin(node.path, path));
    if (top === undefined) return [];
    // A level above the reader's place means the place itself.
    const wanted = Math.max(input.level, top.split('.').length);
    const row = {
      areaId: node.id,
      name: node.name,
      level: node.level,
      opens: opened.some((path) => isWithin(node.path, path)),
    };
    if (node.level === wanted) return [{ ...row, count: shown.get(node.id) ?? node.count }];
    if (node.level < wanted && node.rest > 0) return [{ ...row, count: shown.get(restId(node)) ?? node.rest }];
    return [];
  });
  return {
    total: totalOf(tops, nodes, shown),
    areas,
    from: indexed ? 'index' : 'register',
    sensitive: level === 4,
  };
}

/** The area asked for, or all the reader's places. */
function topsOf(deps: TagDeps, actor: Actor, areaId: string | undefined): string[] {
  const reach = pathsWith(actor, ['tags:read']);
  if (areaId === undefined) return reach;
  const asked = deps.places.get().chainOf(areaId);
  if (!asked || !reach.some((path) => isWithin(asked.path, path))) return refuse('not-found');
  return [asked.path];
}

const restId = (node: Node) => (node.hasChildren ? `${node.id}/rest` : node.id);

/** The areas in reach with their sums; of an area at the edge of the reach the parent is not there. */
function buildNodes(
  frame: AreaFrame,
  reach: readonly string[],
  counts: ReadonlyMap<string, number>,
): Map<string, Node> {
  const nodes = new Map<string, Node>();
  const add = (area: FrameArea | null): Node | null => {
    if (!area) return null;
    const known = nodes.get(area.id);
    if (known) return known;
    if (!reach.some((path) => isWithin(area.path, path))) return null;
    const parent = area.parentId === null ? null : add(frame.at(area.parentId));
    if (parent) parent.hasChildren = true;
    const node = { ...area, parentId: parent?.id ?? null, count: 0, rest: 0, hasChildren: false };
    nodes.set(area.id, node);
    return node;
  };
  for (const area of frame.inForce) add(area);
  for (const [leafId, count] of counts) {
    const leaf = add(frame.at(leafId));
    if (leaf) leaf.rest += count;
    for (let node = leaf; node; node = node.parentId === null ? null : (nodes.get(node.parentId) ?? null))
      node.count += count;
  }
  return nodes;
}

function suppress(nodes: ReadonlyMap<string, Node>, seen: readonly string[]): Map<string, ShownCount> {
  const areas = [...nodes.values()].flatMap((node): CountedArea[] => {
    const own = seen.some((path) => isWithin(node.path, path));
    const area = { id: node.id, parentId: node.parentId, count: node.count, own };
    return node.hasChildren && node.rest > 0
      ? [area, { id: restId(node), parentId: node.id, count: node.rest, own }]
      : [area];
  });
  return suppressCounts(areas);
}

function totalOf(
  tops: readonly string[],
  nodes: ReadonlyMap<string, Node>,
  shown: ReadonlyMap<string, ShownCount>,
): ShownCount {
  const parts = [...nodes.values()]
    .filter(({ path }) => tops.includes(path))
    .map(({ id, count }) => shown.get(id) ?? count);
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return only;
  if (parts.some((part) => typeof part !== 'number')) return 'withheld';
  return parts.reduce<number>((sum, part) => sum + (typeof part === 'number' ? part : 0), 0);
}
