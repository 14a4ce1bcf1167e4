import type { Clock } from '../../platform/clock.ts';
import type { Crypto } from '../../platform/crypto/index.ts';
import type { Database } from '../../platform/db/database.ts';
import type { VersionedCache } from '../../platform/db/versioned-cache.ts';
import type { Router } from '../../platform/http/route.ts';
import type { DueHandler } from '../../platform/jobs/due-work.ts';
import type { Consumer } from '../../platform/journal/index.ts';
import type { Log } from '../../platform/log.ts';
import type { SendInvitation } from '../cases/index.ts';
import type { Directory } from '../org/index.ts';
import { createAliyunSms, type SmsSettings } from './aliyun-sms.ts';
import type { Channel } from './channel.ts';
import { createNoticeConsumer } from './consumer.ts';
import { createDeliverHandler, deliverKind } from './deliver-notice.ts';
import { noticeRoutes } from './routes.ts';
import { createSendCode } from './send-code.ts';
import { createSendInvitation } from './send-invitation.ts';

export interface NoticesDeps {
  database: Database;
  clock: Clock;
  log: Log;
  crypto: Crypto;
  directory: VersionedCache<Directory>;
  /** null = no SMS gateway is set up. */
  sms: SmsSettings | null;
  /** Nothing leaves the machine; sign-in codes are shown on the page. */
  demo: boolean;
}

export interface Notices {
  /** Sends a sign-in code; refuses `unavailable` when no channel can. */
  sendCode(phone: string, code: string): Promise<void>;
  /** Sends the code of an invitation; answers how that went. */
  sendInvitation: SendInvitation;
  routes(router: Router): void;
  consumer: Consumer;
  /** Due work of the kind `notice.deliver`: waits for gateways, so not in the loop of deadlines. */
  slowHandlers: Readonly<Record<string, DueHandler>>;
}

/** Notices with the channels that are set up, in the order they are tried. */
export function createNotices(deps: NoticesDeps): Notices {
  const channels: Channel[] = deps.sms && !deps.demo ? [createAliyunSms(deps.sms, deps)] : [];
  return {
    sendCode: createSendCode({ ...deps, channels }),
    sendInvitation: createSendInvitation({ ...deps, channels }),
    routes: noticeRoutes,
    consumer: createNoticeConsumer({ ...deps, channels }),
    slowHandlers: { [deliverKind]: createDeliverHandler({ ...deps, channels }) },
  };
}
