import { listNotices, readNotices } from '@linli/contract';
import type { Router } from '../../platform/http/route.ts';
import { findNotices } from './list-notices.ts';
import { markRead } from './read-notices.ts';

export function noticeRoutes(router: Router): void {
  router.route(listNotices, (db, { actor, input }) => findNotices(db, actor, input));
  router.route(readNotices, (db, { actor, input, now }) => markRead(db, actor, input, now));
}
