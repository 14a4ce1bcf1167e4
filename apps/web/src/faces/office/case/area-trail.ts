type Area = { readonly level: number; readonly name: string };

/** “陆家嘴网格 › 梅园一村 › 第3微网格”: from the grid down; the street itself goes without saying. */
export function areaTrail(areas: readonly Area[]): string {
  return areas
    .filter((area) => area.level > 1)
    .toSorted((a, b) => a.level - b.level)
    .map((area) => area.name)
    .join(' › ');
}
