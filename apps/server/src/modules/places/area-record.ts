import type { AreaView } from '@linli/contract';
import type { AreaShape, Position } from '@linli/domain';
import { areaM2, pointOnSurface } from './geometry/area.ts';

/** One shape and name of an area, in force on days `validFrom <= day < validTo`. */
export interface AreaVersion {
  version: number;
  validFrom: string;
  validTo: string | null;
  name: string;
  geometry: AreaShape | null;
  areaM2: number;
  /** A point inside, for a label. */
  centre: Position | null;
}

export interface AreaRecord {
  id: string;
  siteId: string;
  parentId: string | null;
  code: string;
  level: number;
  kind: string;
  path: string;
  population: number;
  /** Where the figure comes from, and of which year. */
  populationSource: string | null;
  populationYear: number | null;
  validFrom: string;
  validTo: string | null;
  sort: number;
  /** Oldest first, never empty. */
  versions: readonly AreaVersion[];
}

/** The ground and the label point of a shape. */
export function measure(geometry: AreaShape | null): { areaM2: number; centre: Position | null } {
  if (!geometry) return { areaM2: 0, centre: null };
  const { lng, lat } = pointOnSurface(geometry);
  return { areaM2: areaM2(geometry), centre: [lng, lat] };
}

export function isActiveOn(area: { validFrom: string; validTo: string | null }, day: string): boolean {
  return area.validFrom <= day && (area.validTo === null || day < area.validTo);
}

/** The version in force on a day; for days outside the area's life the nearest one. */
export function versionOn(area: AreaRecord, day: string): AreaVersion {
  const inForce = area.versions.findLast((version) => isActiveOn(version, day));
  return inForce ?? (day < area.validFrom ? firstVersion(area) : newestVersion(area));
}

export function newestVersion(area: AreaRecord): AreaVersion {
  return area.versions.at(-1) ?? noVersions(area);
}

function firstVersion(area: AreaRecord): AreaVersion {
  return area.versions[0] ?? noVersions(area);
}

function noVersions(area: AreaRecord): never {
  throw new Error(`area ${area.id} has no version`);
}

export function toAreaRef(area: AreaRecord, day: string): { id: string; level: number; name: string } {
  return { id: area.id, level: area.level, name: versionOn(area, day).name };
}

export function toAreaView(area: AreaRecord, day: string): AreaView {
  const { id, parentId, code, level, kind, path, population, populationSource, populationYear } = area;
  const version = versionOn(area, day);
  return {
    id,
    parentId,
    code,
    name: version.name,
    level,
    kind,
    path,
    population,
    populationSource,
    populationYear,
    areaM2: version.areaM2,
    centre: version.centre,
    hasShape: version.geometry !== null,
  };
}

/** From top to bottom as lists show them. */
export function inListOrder(a: AreaRecord, b: AreaRecord): number {
  return a.level - b.level || a.sort - b.sort || compare(a.code, b.code) || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
