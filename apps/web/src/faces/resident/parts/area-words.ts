type Area = { readonly level: number; readonly name: string };

/** “梅园一村 · 第 3 微网格”: the two smallest areas a place lies in, the larger first. */
export function areaWords(areas: readonly Area[]): string {
  return areas
    .toSorted((a, b) => a.level - b.level)
    .slice(-2)
    .map(({ name }) => name)
    .join(' · ');
}
