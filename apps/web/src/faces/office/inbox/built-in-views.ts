import type { CaseFilter } from '@linli/contract';
import { caseOrders } from '@linli/contract';

export type CaseOrder = (typeof caseOrders)[number];

export const builtInViews = [
  'open',
  'to-accept',
  'to-dispatch',
  'in-hand',
  'due-today',
  'overdue',
  'to-decide',
  'to-check',
  'closed',
] as const;
export type BuiltInView = (typeof builtInViews)[number];

const DAY_MS = 86_400_000;
const ZONE_MS = 8 * 3_600_000; // the site's zone, no summer time

/** What a built-in view holds at this moment; "today" ends at midnight of the site. */
export function viewFilter(view: BuiltInView, now: Date): CaseFilter {
  switch (view) {
    case 'open':
      return { open: true };
    case 'to-accept':
      return { states: ['reported'] };
    case 'to-dispatch':
      return { states: ['accepted'] };
    case 'in-hand':
      return { states: ['dispatched', 'in-hand'] };
    case 'due-today':
      return { open: true, overdue: false, dueBefore: endOfDay(now).toISOString() };
    case 'overdue':
      return { open: true, overdue: true };
    case 'to-decide':
      return { pending: 'any' };
    case 'to-check':
      return { states: ['handled'] };
    case 'closed':
      return { states: ['closed'] };
  }
}

/** The order a view is read in: what runs out first, except for what is finished. */
export function viewOrder(view: BuiltInView): CaseOrder {
  return view === 'closed' ? 'changed' : 'due';
}

export function isBuiltInView(value: unknown): value is BuiltInView {
  return (builtInViews as readonly unknown[]).includes(value); // widen the literal tuple for includes
}

export function isCaseOrder(value: unknown): value is CaseOrder {
  return (caseOrders as readonly unknown[]).includes(value); // widen the literal tuple for includes
}

function endOfDay(now: Date): Date {
  return new Date(Math.floor((now.getTime() + ZONE_MS) / DAY_MS + 1) * DAY_MS - ZONE_MS);
}
