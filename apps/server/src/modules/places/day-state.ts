import { type AreaRecord, inListOrder, isActiveOn, versionOn } from './area-record.ts';
import { buildLocator, type Locator } from './geometry/locator.ts';

/** The places of one day: those in force, in list order, and what finds a point among them. */
export interface DayState {
  active: readonly AreaRecord[];
  /** The deepest area in force whose shape a point lies in. */
  locate(lng: number, lat: number): string | null;
}

export function buildDayState(areas: readonly AreaRecord[], day: string): DayState {
  const active = areas.filter((area) => isActiveOn(area, day)).sort(inListOrder);
  const drawn = active.flatMap((area) => {
    const polygon = versionOn(area, day).geometry;
    return polygon ? [{ id: area.id, level: area.level, parentId: area.parentId, polygon }] : [];
  });
  const withChildren = new Set(drawn.map((area) => area.parentId));
  const lowest = buildLocator(drawn.filter((area) => !withChildren.has(area.id)));
  // Ground that an upper area covers and none below it: only such points ask these, so they are built when first needed.
  const upper = drawn.filter((area) => withChildren.has(area.id));
  const levels = [...new Set(upper.map((area) => area.level))].sort((a, b) => b - a);
  let locators: Locator[] | null = null;
  return {
    active,
    locate(lng, lat) {
      const found = lowest.locate(lng, lat);
      if (found !== null) return found;
      locators ??= levels.map((level) => buildLocator(upper.filter((area) => area.level === level)));
      for (const locator of locators) {
        const above = locator.locate(lng, lat);
        if (above !== null) return above;
      }
      return null;
    },
  };
}
