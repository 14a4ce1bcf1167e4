import type { getForm, listForms, OutputOf } from '@linli/contract';
import { type Actor, dayOf } from '@linli/domain';
import type { FormDeps } from './deps.ts';
import { isOwnForm } from './policy.ts';
import { periodKey, type ReturnSight } from './return-sight.ts';
import type { FormRow, ReturnRow } from './store.ts';

type FormShown = OutputOf<typeof listForms>['forms'][number];
type ReturnShown = OutputOf<typeof getForm>['returns'][number];
type Counts = NonNullable<ReturnShown['counts']>;

export function formView(form: FormRow, actor: Actor, deps: Pick<FormDeps, 'directory'>): FormShown {
  const mine = isOwnForm(actor, form);
  return {
    id: form.id,
    unitId: form.unitId,
    unitName: unitName(deps, form.unitId),
    name: form.name,
    item: form.item,
    state: form.state,
    version: form.version,
    revision: form.revision,
    hasDraft: mine && form.draft !== null,
    mine,
  };
}

export function unitName(deps: Pick<FormDeps, 'directory'>, unitId: string): string {
  return deps.directory.get().units.get(unitId)?.name ?? '';
}

export function returnView(
  row: ReturnRow,
  deps: Pick<FormDeps, 'directory'>,
  { now, sight }: { now: Date; sight: ReturnSight },
): ReturnShown {
  const hidden = sight.hidden.get(row.id) ?? null;
  return {
    id: row.id,
    formId: row.formId,
    formName: row.formName,
    unitId: row.unitId,
    unitName: unitName(deps, row.unitId),
    areaId: row.areaId,
    areaName: row.areaName,
    period: row.period,
    dueOn: row.dueOn,
    state: row.state,
    revision: row.revision,
    late: isLate(row, now),
    filledAt: row.filledAt.toISOString(),
    givenAt: row.givenAt?.toISOString() ?? null,
    approvedAt: row.approvedAt?.toISOString() ?? null,
    pulledAt: row.pulledAt?.toISOString() ?? null,
    counts: hidden === null ? countsOf(row) : null,
    hidden,
  };
}

export function countsOf({ rows, cells, filled, stale, missing, unknown }: ReturnRow): Counts {
  return { rows, cells, filled, stale, missing, unknown };
}

/** Given after the day it was due, or due and not given. */
export function isLate(row: Pick<ReturnRow, 'dueOn' | 'givenAt' | 'state'>, now: Date): boolean {
  const given = row.state === 'given' || row.state === 'approved' ? row.givenAt : null;
  return dayOf(given ?? now) > row.dueOn;
}

/** Null where the sum of a form’s returns of a period is not told. */
export function sumCounts(rows: readonly ReturnRow[], sight: ReturnSight): Counts | null {
  if (rows.some((row) => sight.totals.has(periodKey(row)))) return null;
  const sum = (of: (row: ReturnRow) => number) => rows.reduce((all, row) => all + of(row), 0);
  return {
    rows: sum((r) => r.rows),
    cells: sum((r) => r.cells),
    filled: sum((r) => r.filled),
    stale: sum((r) => r.stale),
    missing: sum((r) => r.missing),
    unknown: sum((r) => r.unknown),
  };
}

/** Filled cells of all, 0–100 with one decimal; null where there are none. */
export function percentOf({ cells, filled }: { cells: number; filled: number }): number | null {
  return cells === 0 ? null : Math.round((filled / cells) * 1000) / 10;
}
