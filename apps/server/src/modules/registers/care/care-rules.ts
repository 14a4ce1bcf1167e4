import { type CareClass, type CarePolicy, type CareState, careMatcher, type RuleFacts } from '@linli/domain';
import { sql } from 'kysely';
import type { Db } from '../../../platform/db/database.ts';

/** Care classes and policies in force, ready to run. */
export interface CareRules {
  classes: readonly CareClass[];
  policies: readonly CarePolicy[];
  /** Changes when any of them does. */
  version: string;
  match(facts: RuleFacts, today: string): CareState;
}

/** Of every pack that is on, by the pack's name. Where two name a class alike the first counts. */
export async function loadCareRules(db: Db): Promise<CareRules> {
  const { rows } = await sql<{
    classes: CareClass[] | null;
    policies: CarePolicy[] | null;
  }>`select definition -> 'careClasses' as classes,
      definition -> 'policies' as policies from pack where active order by pack`.execute(db);
  const classes = firstOf(rows.flatMap((row) => row.classes ?? []));
  const policies = firstOf(rows.flatMap((row) => row.policies ?? []));
  return {
    classes,
    policies,
    version: JSON.stringify([classes, policies]),
    match: careMatcher({ careClasses: classes, policies }),
  };
}

function firstOf<T extends { code: string }>(rows: readonly T[]): T[] {
  return [...new Map([...rows].reverse().map((row) => [row.code, row])).values()].reverse();
}
