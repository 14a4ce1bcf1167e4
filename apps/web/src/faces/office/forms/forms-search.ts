/** `?form=`: only what one form still asks. */
export function readQueueSearch(search: Record<string, unknown>): { form?: string } {
  return typeof search.form === 'string' && search.form !== '' ? { form: search.form } : {};
}

/** `?ledger=`: a new form begins as this ledger of the packs. */
export function readEditSearch(search: Record<string, unknown>): { ledger?: string } {
  return typeof search.ledger === 'string' && search.ledger !== '' ? { ledger: search.ledger } : {};
}
