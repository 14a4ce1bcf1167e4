type Area = { readonly id: string; readonly parentId: string | null; readonly name: string; readonly level: number };
export type AreaNode = { key: string; value: string; title: string; children: AreaNode[] };

/** Areas in their tree, in the order given; an area whose parent is not in the list stands at the top. */
export function areaTreeNodes(areas: readonly Area[]): AreaNode[] {
  const nodes = new Map(
    areas.map((area): [string, AreaNode] => [
      area.id,
      { key: area.id, value: area.id, title: area.name, children: [] },
    ]),
  );
  const tops: AreaNode[] = [];
  for (const area of areas) {
    const node = nodes.get(area.id);
    if (node === undefined) continue;
    const parent = area.parentId === null ? undefined : nodes.get(area.parentId);
    (parent?.children ?? tops).push(node);
  }
  return tops;
}
