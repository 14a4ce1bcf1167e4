import { type Actor, type AreaShape, mayInArea } from '@linli/domain';
import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import { type AreaRecord, inListOrder, newestVersion, versionOn } from './area-record.ts';
import { pointOnSurface } from './geometry/area.ts';
import { containsPoint } from './geometry/rings.ts';
import type { RowProblem } from './import-words.ts';
import { readAreas } from './read-areas.ts';
import { lockSites } from './store-versions.ts';
import { codeKey, type WantedArea } from './wanted-area.ts';

/** An area during an import: known already (`record`) or added by a row. */
export interface Node {
  id: string;
  siteId: string;
  parent: Node | null;
  code: string;
  path: string;
  name: string;
  level: number;
  kind: string;
  geometry: AreaShape | null;
  validFrom: string;
  sort: number;
  line: number;
  record: AreaRecord | null;
}

type Refused = Pick<RowProblem, 'code' | 'params'>;

/** The sites a file speaks of, as they are and as its rows make them. */
export interface ImportLand {
  parentOf(row: WantedArea): Node | Refused;
  knownOf(row: WantedArea, parent: Node | null): Node | null;
  childrenOf(parent: Node | null): readonly Node[];
  /** Behind all siblings; a new site behind all sites, so that visitors still see the first. */
  nextSort(parent: Node | null): number;
  codesIn(siteId: string): string[];
  nameOf(areaId: string | null): string;
  keepsCommitteesUnderGrids(site: Node): boolean;
  mayAdd(parent: Node | null): boolean;
  mayChange(node: Node): boolean;
  add(node: Node): void;
  /** A row spoke of a known area: rows below it find it as their parent. */
  touch(node: Node): void;
  /** The row of this code was refused, and with it those below. */
  refuse(key: string): void;
}

const lockKey = 7_162_535; // any constant: one import at a time, so that two never add the same site

/** Locks and reads the actor's own site and those the rows name. */
export async function openLand(
  db: Db,
  call: { actor: Actor; ownSiteId: string | null; wanted: readonly WantedArea[]; day: string },
): Promise<ImportLand> {
  const { actor, ownSiteId, day } = call;
  await sql`select pg_advisory_xact_lock(${lockKey})`.execute(db);
  const roots = await sql<{
    id: string;
    code: string;
    sort: number;
    kept: boolean;
  }>`select area.id, area.code, area.sort,
      exists (select 1 from post where post.active and post.role = 'system-admin' and post.path <@ area.path) as kept
    from area where area.parent_id is null`.execute(db);
  const named = new Set(
    call.wanted.flatMap((row) => [row.code, row.parentCode].flatMap((code) => (code === null ? [] : codeKey(code)))),
  );
  const siteIds = roots.rows
    .filter((root) => root.id === ownSiteId || named.has(codeKey(root.code)))
    .map((root) => root.id);
  await lockSites(db, siteIds);
  const nodes = toNodes(await readAreas(db, { siteIds }), day);
  const lastSiteSort = Math.max(-1, ...roots.rows.map((root) => root.sort));
  const land = buildLand(nodes, { ownSiteId, lastSiteSort });

  // Whoever edits the places of a whole site may add sites, and keep those that nobody administers yet.
  const editsWholeSite =
    actor.kind === 'system' ||
    actor.scopes.some((scope) => !scope.path.includes('.') && mayInArea(actor, 'places:edit', scope.path));
  const kept = new Set(roots.rows.filter((root) => root.kept).map((root) => root.id));
  const reaches = (node: Node) =>
    mayInArea(actor, 'places:edit', node.path) || (editsWholeSite && !kept.has(node.siteId));
  return { ...land, mayAdd: (parent) => (parent ? reaches(parent) : editsWholeSite), mayChange: reaches };
}

function toNodes(records: readonly AreaRecord[], day: string): Node[] {
  const nodes = new Map<string, Node>();
  for (const record of records.toSorted(inListOrder)) {
    const { id, siteId, code, path, level, kind, validFrom, sort } = record;
    const { geometry } = versionOn(record, day);
    const parent = record.parentId ? (nodes.get(record.parentId) ?? null) : null;
    const name = newestVersion(record).name;
    nodes.set(id, { id, siteId, parent, code, path, name, level, kind, geometry, validFrom, sort, line: 0, record });
  }
  return [...nodes.values()];
}

function buildLand(
  nodes: Node[],
  { ownSiteId, lastSiteSort }: { ownSiteId: string | null; lastSiteSort: number },
): Omit<ImportLand, 'mayAdd' | 'mayChange'> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const byCode = new Map(nodes.map((node) => [`${node.siteId}/${codeKey(node.code)}`, node]));
  const rootByCode = new Map(nodes.flatMap((node) => (node.parent ? [] : [[codeKey(node.code), node] as const])));
  const children = new Map<string, Node[]>();
  const codes = new Map<string, string[]>();
  const inFile = new Map<string, Node | 'refused'>();
  const list = <T>(lists: Map<string, T[]>, key: string): T[] => {
    const known = lists.get(key) ?? [];
    lists.set(key, known);
    return known;
  };
  const index = (node: Node) => {
    list(children, node.parent?.id ?? '').push(node);
    list(codes, node.siteId).push(node.code);
  };
  nodes.forEach(index);
  const isKept = (node: Node) => node.record === null || node.record.validTo === null;

  function parentByPlace(row: WantedArea): Node | Refused {
    const at = row.geometry ? pointOnSurface(row.geometry) : null;
    const found = at
      ? [...byId.values()].find(
          ({ siteId, level, geometry }) =>
            siteId === ownSiteId &&
            level === row.level - 1 &&
            geometry !== null &&
            containsPoint(geometry, at.lng, at.lat),
        )
      : undefined;
    return found && isKept(found) ? found : { code: 'parent-missing', params: {} };
  }

  return {
    parentOf(row) {
      if (row.parentCode === null) return parentByPlace(row);
      const key = codeKey(row.parentCode);
      const found = inFile.get(key) ?? byCode.get(`${ownSiteId}/${key}`) ?? rootByCode.get(key);
      if (found === 'refused') return { code: 'parent-refused', params: { parent: row.parentCode } };
      return found && isKept(found) ? found : { code: 'parent-unknown', params: { parent: row.parentCode } };
    },
    knownOf(row, parent) {
      if (row.code !== null && row.level === 1) return rootByCode.get(codeKey(row.code)) ?? null;
      if (row.code !== null) return (parent && byCode.get(`${parent.siteId}/${codeKey(row.code)}`)) ?? null;
      return (children.get(parent?.id ?? '') ?? []).find((node) => node.name === row.name && isKept(node)) ?? null;
    },
    childrenOf: (parent) => children.get(parent?.id ?? '') ?? [],
    nextSort(parent) {
      const sorts = (children.get(parent?.id ?? '') ?? []).map((node) => node.sort);
      return Math.max(parent ? -1 : lastSiteSort, ...sorts) + 1;
    },
    codesIn: (siteId) => codes.get(siteId) ?? [],
    nameOf: (areaId) => (areaId === null ? '' : (byId.get(areaId)?.name ?? '')),
    keepsCommitteesUnderGrids: (site) =>
      [...byId.values()].some(
        ({ siteId, level, kind, record }) =>
          siteId === site.siteId && level === 3 && kind === 'residential-area' && record?.validTo === null,
      ),
    add(node) {
      byId.set(node.id, node);
      byCode.set(`${node.siteId}/${codeKey(node.code)}`, node);
      if (!node.parent) rootByCode.set(codeKey(node.code), node);
      index(node);
      inFile.set(codeKey(node.code), node);
    },
    touch: (node) => inFile.set(codeKey(node.code), node),
    refuse: (key) => inFile.set(key, 'refused'),
  };
}
