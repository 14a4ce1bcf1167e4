import { addDays, dayOf, isWorkDay, serviceWindow, startOfDay, type WorkCalendar } from '../time/calendar.ts';
import type { RightsRequest } from './rights-fold.ts';

/** When the desk hears of a request's clock: the working day before it is due, when it is late, and near the law's own end. */
type RightsTick = 'due-soon' | 'latest-soon' | 'overdue';

/** Days before the last day the law leaves. */
const latestSoonDays = 3;

/** The ticks of a request in the order they come; none while its clock stands or when it is done. Throws `CalendarError`. */
export function rightsTicksOf(
  request: Pick<RightsRequest, 'state' | 'dueAt' | 'latestAt' | 'waitingSince'>,
  calendar: WorkCalendar,
): { tick: RightsTick; at: Date }[] {
  const isOpen = request.state !== 'answered' && request.state !== 'taken-back';
  if (!isOpen || request.waitingSince !== null) return [];
  const opening = (day: string) => new Date(startOfDay(day).getTime() + serviceWindow(calendar).fromMs);
  let before = addDays(dayOf(request.dueAt), -1);
  while (!isWorkDay(before, calendar.table)) before = addDays(before, -1);
  const ticks: { tick: RightsTick; at: Date }[] = [
    { tick: 'due-soon', at: opening(before) },
    { tick: 'latest-soon', at: opening(addDays(dayOf(request.latestAt), -latestSoonDays)) },
    { tick: 'overdue', at: request.dueAt },
  ];
  return ticks.sort((a, b) => a.at.getTime() - b.at.getTime());
}
