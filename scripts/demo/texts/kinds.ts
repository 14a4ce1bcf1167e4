import { cleanKinds } from './kinds-clean.ts';
import { dangerKinds } from './kinds-danger.ts';
import { repairKinds } from './kinds-repair.ts';
import { roadKinds } from './kinds-road.ts';
import { tradeKinds } from './kinds-trade.ts';
import { voiceKinds } from './kinds-voice.ts';
import type { TextKind } from './text-kind.ts';

/** Every kind of case the demonstration can put into words. */
export const textKinds: readonly TextKind[] = [
  ...cleanKinds,
  ...roadKinds,
  ...tradeKinds,
  ...dangerKinds,
  ...repairKinds,
  ...voiceKinds,
];
const byCode = new Map(textKinds.map((kind) => [kind.typeCode, kind]));

/** Throws for a code without words. */
export function getTextKind(typeCode: string): TextKind {
  const kind = byCode.get(typeCode);
  if (!kind) throw new Error(`no demonstration words for type ${typeCode}`);
  return kind;
}
