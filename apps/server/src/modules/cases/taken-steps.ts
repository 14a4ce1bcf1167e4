import { ladderKey } from './case-columns.ts';
import { type ActionRow, type LoadedCase, storedAction } from './load-case.ts';

/** Steps of the ladder already taken, by the run of their clock. */
export function takenSteps(actions: readonly ActionRow[], fold: LoadedCase['fold']): ReadonlySet<string> {
  const taken = new Set<string>();
  for (const row of actions) {
    const action = storedAction(row);
    if (action.kind !== 'remind' && action.kind !== 'escalate') continue;
    const { clock, unitId, afterMinutes = 0 } = action.data;
    const startedAt =
      unitId === undefined
        ? fold.clocks[clock]?.startedAt
        : fold.parts.find((part) => part.unitId === unitId)?.startedAt;
    if (startedAt && row.at >= startedAt) taken.add(ladderKey(clock, afterMinutes, startedAt, unitId));
  }
  return taken;
}
