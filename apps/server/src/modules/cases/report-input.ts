import { type Actor, convertPoint, holdsPermission, isUnitRole, type Role } from '@linli/domain';
import type { Db } from '../../platform/db/database.ts';
import { refuse } from '../../platform/errors.ts';
import { wantFiles } from '../../platform/files/index.ts';
import type { Located, PlaceIndex } from '../places/index.ts';
import type { CaseType, Catalogue } from './catalogue.ts';

type ReporterKind = CaseType['definition']['reporters'][number];

const channels = {
  anonymous: 'anonymous',
  resident: 'resident',
  worker: 'field',
  desk: 'desk',
  unit: 'unit',
  committee: 'committee',
  import: 'import',
} as const satisfies Record<ReporterKind, string>;
const deskRoles: readonly Role[] = ['dispatcher', 'duty-chief', 'checker', 'commander', 'system-admin'];

/** As what this actor may report a type: the first of their capacities that the type allows; refused when none. */
export function reporterKindFor(actor: Actor, type: CaseType, anonymous: boolean): ReporterKind {
  const allowed = type.definition.reporters;
  const capacities = anonymous ? (['anonymous'] as const) : capacitiesOf(actor);
  const kind = capacities.find((c) => allowed.includes(c));
  if (kind) return kind;
  return actor.kind === 'anonymous' ? refuse('sign-in-needed') : refuse('reporter-not-allowed');
}

export function channelFor(kind: ReporterKind): string {
  return channels[kind];
}

function capacitiesOf(actor: Actor): ReporterKind[] {
  if (actor.kind === 'system') return ['import', 'desk'];
  if (actor.kind === 'anonymous') return ['anonymous'];
  if (actor.kind === 'resident') return ['resident', 'anonymous'];
  const found = new Set<ReporterKind>();
  for (const { role } of actor.scopes) {
    if (isUnitRole(role)) found.add('unit');
    else if (role === 'committee-secretary') found.add('committee').add('worker');
    else if (deskRoles.includes(role)) found.add('desk').add('import');
    else found.add('worker');
  }
  return holdsPermission(actor, 'cases:report') ? [...found] : [];
}

/** May this reader report the type at all (for drawing the list)? */
export function mayReport(actor: Actor, type: CaseType): boolean {
  if (!type.active || type.definition.childOnly) return false;
  const capacities = actor.kind === 'anonymous' ? (['anonymous', 'resident'] as const) : capacitiesOf(actor);
  return capacities.some((c) => type.definition.reporters.includes(c));
}

export function openType(catalogue: Catalogue, code: string): CaseType {
  const type = catalogue.types.get(code);
  return type?.active ? type : refuse('type-not-open');
}

/** A type somebody may report by hand: open, and not only made as a duty or finding of another case. */
export function reportableType(catalogue: Catalogue, code: string): CaseType {
  const type = openType(catalogue, code);
  return type.definition.childOnly ? refuse('type-not-open') : type;
}

export interface GivenPlace {
  lng: number;
  lat: number;
  crs: 'wgs84' | 'gcj02' | 'bd09';
  address: string;
}

/** Where the report is: a point decides; without one, an area by name. Points are stored WGS-84 to about a centimetre. */
export function placeReport(
  places: PlaceIndex,
  given: GivenPlace | null,
  areaId: string | undefined,
  type: CaseType,
): { located: Located; place: { lng: number | null; lat: number | null; address: string } } {
  if (given) {
    const point = convertPoint({ lng: given.lng, lat: given.lat }, given.crs, 'wgs84');
    const located = places.locate(point.lng, point.lat) ?? refuse('place-outside');
    const round = (n: number) => Math.round(n * 1e7) / 1e7;
    return { located, place: { lng: round(point.lng), lat: round(point.lat), address: given.address } };
  }
  const named = areaId ? places.chainOf(areaId) : null;
  if (named) return { located: named, place: { lng: null, lat: null, address: '' } };
  if (areaId) refuse('place-outside');
  const site = places.sites()[0];
  const whole = !type.definition.needsPlace && site ? places.chainOf(site.id) : null;
  return whole ? { located: whole, place: { lng: null, lat: null, address: '' } } : refuse('place-needed');
}

/** Every photo named must have been uploaded before. */
export async function requireFiles(db: Db, hashes: readonly string[], path: string, now: Date): Promise<void> {
  if (hashes.length === 0) return;
  const wanted = new Set(hashes);
  if ((await wantFiles(db, [...wanted], now)).length === wanted.size) return;
  refuse('input-invalid', {}, { fields: [{ path, code: 'not-an-option', params: {} }] });
}

/** What nobody else uploaded: naming a picture must not make it one's own, nor open it. */
export async function requireOwnFile(db: Db, actor: Actor, hash: string, path: string): Promise<void> {
  const own = await db
    .selectFrom('file')
    .select('hash')
    .where('hash', '=', hash)
    .where('created_by', '=', actor.accountId)
    .executeTakeFirst();
  if (!own) refuse('input-invalid', {}, { fields: [{ path, code: 'not-an-option', params: {} }] });
}
