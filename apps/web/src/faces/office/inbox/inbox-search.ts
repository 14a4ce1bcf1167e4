import type { CaseFilter } from '@linli/contract';
import { readCaseFilter } from '../../../features/cases/case-filter-search.ts';
import {
  type BuiltInView,
  type CaseOrder,
  isBuiltInView,
  isCaseOrder,
  viewFilter,
  viewOrder,
} from './built-in-views.ts';

/** What the inbox keeps in its address: a view, filters on top of it, the order, and the case that is open beside it. */
export type InboxSearch = CaseFilter & {
  view?: BuiltInView;
  order?: CaseOrder;
  case?: string;
};

/** Reads an address; what does not fit is left out. */
export function readInboxSearch(raw: Record<string, unknown>): InboxSearch {
  return {
    ...readCaseFilter(raw),
    ...(isBuiltInView(raw.view) ? { view: raw.view } : {}),
    ...(isCaseOrder(raw.order) ? { order: raw.order } : {}),
    ...(typeof raw.case === 'string' && raw.case !== '' ? { case: raw.case } : {}),
  };
}

/** The rows the address asks for now. Without view or filter the inbox shows what is open. */
export function effectiveFilter(search: InboxSearch, now: Date): CaseFilter {
  const own = readCaseFilter(search);
  if (search.view !== undefined) return { ...viewFilter(search.view, now), ...own };
  return Object.keys(own).length === 0 ? viewFilter('open', now) : own;
}

export function effectiveOrder(search: InboxSearch): CaseOrder {
  return search.order ?? viewOrder(search.view ?? 'open');
}

/** Which built-in view the address stands on; null when filters alone make it. */
export function standingView(search: InboxSearch): BuiltInView | null {
  if (search.view !== undefined) return search.view;
  return Object.keys(readCaseFilter(search)).length === 0 ? 'open' : null;
}

export type FilterChange = { readonly [K in keyof CaseFilter]?: CaseFilter[K] | undefined };

/**
 * The address after one filter changed. While the change only narrows the view, the view stays (and "today" stays
 * today); a change of what the view itself fixes leaves the view and writes the filter out.
 */
export function changeFilter(search: InboxSearch, change: FilterChange, now: Date): InboxSearch {
  const view = standingView(search);
  const fixed = view === null ? {} : viewFilter(view, now);
  const leaves = Object.keys(change).some((key) => key in fixed);
  const base: CaseFilter = leaves ? effectiveFilter(search, now) : readCaseFilter(search);
  const next = readCaseFilter({ ...base, ...change });
  return {
    ...next,
    ...(view !== null && !leaves ? { view } : {}),
    ...(search.order === undefined ? {} : { order: search.order }),
    ...(search.case === undefined ? {} : { case: search.case }),
  };
}
