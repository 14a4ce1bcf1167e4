/** Kinds of places for older people: rooms and services, which GB/T 47678.5 does not list. */
export const facilityKinds = [
  'elderly-home',
  'day-care',
  'meal-point',
  'care-station',
  'elderly-school',
  'senior-club',
] as const;

/** What the standard calls the things we keep under a kind of their own. */
const classesOfKind: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ['shed', ['02025', '02027']],
  ['cabinet', ['01054']],
  ...facilityKinds.map((kind) => [kind, []] as const),
]);

/** The classes (2) and kinds (3) of GB/T 47678.5 a thing of this kind may be numbered in; none = any, as of a component and kinds that lists bring. */
export function componentClassesOf(kind: string): readonly string[] | null {
  return classesOfKind.get(kind) ?? null;
}

/** Whether a code of seventeen digits names a class that fits the kind of thing. */
export function isComponentCodeOf(kind: string, code: string): boolean {
  return componentClassesOf(kind)?.includes(code.slice(6, 11)) ?? true;
}
