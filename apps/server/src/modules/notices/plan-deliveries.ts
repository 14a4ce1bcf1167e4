import type { Db } from '../../platform/db/database.ts';
import { newId } from '../../platform/ids.ts';
import { scheduleDue } from '../../platform/jobs/due-work.ts';
import { insertDeliveries, type NewNotice } from './store.ts';

/** An urgent case rings sooner, by night too. */
const urgentMinutes = 3;

/** A notice with when it goes out by a channel outside, should it still be unread; undefined = never. */
export interface Draft extends NewNotice {
  unreadMinutes: number | undefined;
  urgent: boolean;
}

export async function planDeliveries(db: Db, drafts: readonly Draft[], channel: string, now: Date): Promise<void> {
  const planned = drafts.flatMap((notice) => {
    if (notice.unreadMinutes === undefined) return [];
    const minutes = notice.urgent ? Math.min(urgentMinutes, notice.unreadMinutes) : notice.unreadMinutes;
    return [{ id: newId(), notice, at: new Date(now.getTime() + minutes * 60_000) }];
  });
  await insertDeliveries(
    db,
    planned.map(({ id, notice }) => ({
      id,
      noticeId: notice.id,
      channel,
      addressHash: null,
      template: 'case-notice',
      state: 'waiting',
      tries: 0,
      problem: null,
      at: now,
      doneAt: null,
    })),
  );
  await scheduleDue(
    db,
    planned.map(({ id, notice, at }) => ({ kind: 'notice.deliver', key: id, at, data: { urgent: notice.urgent } })),
  );
}
