import { unitKinds } from '@linli/contract';

export type UnitKind = (typeof unitKinds)[number];

export function isUnitKind(value: string): value is UnitKind {
  return (unitKinds as readonly string[]).includes(value); // widen the literal tuple for includes
}
