import type { listLettingChecks, OutputOf } from '@linli/contract';
import { addDays, type LettingFault, type LettingState, lettingDays, lettingFaultCodes } from '@linli/domain';
import type { FormValues } from '../../../ui/form-field.ts';

type Row = OutputOf<typeof listLettingChecks>['homes'][number];

/** A let home to be looked at, as it lies on the phone. */
export type LetHome = {
  readonly id: string;
  readonly name: string;
  readonly state: LettingState;
  readonly mendBy: string | null;
  readonly failed: readonly LettingFault[];
};

/** In this order they are due; those that passed are not. */
export const dueStates = ['overdue', 'mending', 'unchecked'] as const satisfies readonly LettingState[];

export function letHome({ home, state, check }: Row): LetHome {
  return { id: home.id, name: home.name, state, mendBy: check?.mendBy ?? null, failed: check?.failed ?? [] };
}

/** Days for mending that a worker is offered first. */
const usualMendDays = 14;

/** What the form of a check begins with. */
export function checkStart(today: string): FormValues {
  return { on: today, failed: [], mendBy: addDays(today, usualMendDays) };
}

type CheckInput = { on: string; failed: LettingFault[]; mendBy?: string };

/** What was seen as the registers keep it: with a day for mending only where something fails. Null where that day cannot be. */
export function checkInput(values: FormValues, today: string): CheckInput | null {
  const { on, failed, mendBy } = values;
  if (typeof on !== 'string' || on === '' || on > today) return null;
  const found = lettingFaultCodes.filter((code) => Array.isArray(failed) && failed.some((one) => one === code));
  if (found.length === 0) return { on, failed: [] };
  if (typeof mendBy !== 'string' || mendBy < today || mendBy > addDays(today, lettingDays.mendAtMost)) return null;
  return { on, failed: found, mendBy };
}
