import type { ImportEdge } from './import-rules.ts';

/**
 * Groups of files that import each other in a ring (strongly connected components of two or more files, or a file that
 * imports itself), each sorted. Tarjan's algorithm, with its own stack so that long chains cannot overflow.
 */
export function findImportCycles(edges: readonly ImportEdge[]): string[][] {
  const targets = new Map<string, string[]>();
  for (const { from, to } of edges) {
    targets.set(from, [...(targets.get(from) ?? []), to]);
    if (!targets.has(to)) targets.set(to, []);
  }
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const isOpen = new Set<string>();
  const cycles: string[][] = [];

  for (const root of targets.keys()) {
    if (!order.has(root)) visitFrom(root);
  }
  return cycles.sort((a, b) => (a[0] ?? '').localeCompare(b[0] ?? ''));

  function enter(file: string): { file: string; next: number } {
    order.set(file, order.size);
    lowest.set(file, order.size - 1);
    open.push(file);
    isOpen.add(file);
    return { file, next: 0 };
  }

  function visitFrom(root: string): void {
    const path = [enter(root)];
    for (let at = path.at(-1); at !== undefined; at = path.at(-1)) {
      const target = targets.get(at.file)?.[at.next];
      at.next += 1;
      if (target === undefined) {
        path.pop();
        leave(at.file);
        const parent = path.at(-1);
        if (parent !== undefined) lower(parent.file, lowest.get(at.file) ?? 0);
      } else if (!order.has(target)) {
        path.push(enter(target));
      } else if (isOpen.has(target)) {
        lower(at.file, order.get(target) ?? 0);
      }
    }
  }

  function lower(file: string, value: number): void {
    lowest.set(file, Math.min(lowest.get(file) ?? value, value));
  }

  function leave(file: string): void {
    if (lowest.get(file) !== order.get(file)) return;
    const group = open.splice(open.lastIndexOf(file));
    for (const member of group) isOpen.delete(member);
    if (group.length > 1 || targets.get(file)?.includes(file)) cycles.push(group.sort());
  }
}
