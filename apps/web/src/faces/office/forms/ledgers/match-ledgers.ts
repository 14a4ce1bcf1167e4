import type { listForms, listLedgers, listReturns, OutputOf } from '@linli/contract';

type Ledger = OutputOf<typeof listLedgers>['ledgers'][number];
type FormShown = OutputOf<typeof listForms>['forms'][number];
type Return = OutputOf<typeof listReturns>['returns'][number];

/** The form in force that a ledger was filed as: the one of its permitted item and name, else of its item. */
export function ledgerForms(ledgers: readonly Ledger[], forms: readonly FormShown[]): Map<string, FormShown> {
  const inForce = forms.filter(({ state }) => state === 'published');
  return new Map(
    ledgers.flatMap(({ code, form }) => {
      const ofItem = inForce.filter(({ item }) => item === form.item);
      const found = ofItem.find(({ name }) => name === form.name.zh) ?? ofItem[0];
      return found === undefined ? [] : [[code, found] as const];
    }),
  );
}

/** Of each form the return of its last period. */
export function latestReturns(returns: readonly Return[]): Map<string, Return> {
  const latest = new Map<string, Return>();
  for (const row of returns) if ((latest.get(row.formId)?.period ?? '') < row.period) latest.set(row.formId, row);
  return latest;
}
