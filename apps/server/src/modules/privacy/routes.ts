import {
  actOnRights,
  askRights,
  explainDecisions,
  followUpRights,
  getConsentFigures,
  getMyData,
  getRights,
  giveConsent,
  liftRestriction,
  listConsents,
  listDeletions,
  listMyRights,
  listRights,
  makeMyCopy,
  savePrivacySettings,
  showMyField,
  withdrawConsent,
} from '@linli/contract';
import type { Router } from '../../platform/http/route.ts';
import { checkOwnCode } from '../access/index.ts';
import { getOwn } from '../registers/index.ts';
import { actAtDesk } from './act-on-rights.ts';
import { openRequest } from './ask-rights.ts';
import { agree, takeBack } from './consents.ts';
import { openCopy } from './copies.ts';
import type { PrivacyDeps } from './deps.ts';
import { findDeletions, findOneAtDesk, findQueue, saveAnswerDays } from './desk.ts';
import { explainMine } from './explain-decisions.ts';
import { findMyRights, followUp } from './follow-up-rights.ts';
import { liftAtDesk } from './lift-at-desk.ts';
import { findMyData, showMine } from './my-data.ts';
import { countConsents, findConsents } from './read-consents.ts';

export function privacyRoutes(router: Router, deps: PrivacyDeps): void {
  router.route(getMyData, (db, { actor, input, now }) =>
    findMyData(db, deps, { actor, subjectId: input.subjectId, now }),
  );
  // Whose it is first, so that no code is used up for nothing; the code in a transaction of its own, so that a wrong one counts.
  router.routeOuter(showMyField, async (database, { actor, input, now }) => {
    await database.as(actor, (db) => getOwn(db, actor, input.subjectId));
    await checkOwnCode({ database, crypto: deps.crypto }, { accountId: actor.accountId, code: input.code, now });
    return database.as(actor, (db) => showMine(db, deps, { actor, input }));
  });
  router.routeOuter(makeMyCopy, async (database, { actor, input, now, requestId }) => {
    await database.as(actor, (db) => getOwn(db, actor, input.subjectId));
    await checkOwnCode({ database, crypto: deps.crypto }, { accountId: actor.accountId, code: input.code, now });
    return database.as(actor, (db) => openCopy(db, { actor, subjectId: input.subjectId, now, requestId }));
  });
  router.route(explainDecisions, (db, { actor, input }) =>
    explainMine(db, deps, { actor, subjectId: input.subjectId }),
  );

  router.route(askRights, (db, call) => openRequest(db, deps, call));
  router.route(followUpRights, (db, call) => followUp(db, deps, call));
  router.route(listMyRights, (db, { actor, now }) => findMyRights(db, { actor, now }));
  router.route(listRights, (db, call) => findQueue(db, deps, call));
  router.route(getRights, (db, { actor, input, now }) => findOneAtDesk(db, { actor, rightsId: input.rightsId, now }));
  router.route(actOnRights, (db, call) => actAtDesk(db, deps, call));
  router.route(liftRestriction, (db, call) => liftAtDesk(db, deps, call));
  router.route(listDeletions, (db, call) => findDeletions(db, deps, call));
  router.route(savePrivacySettings, (db, call) => saveAnswerDays(db, deps, call));

  router.route(giveConsent, (db, call) => agree(db, call));
  router.route(withdrawConsent, (db, call) => takeBack(db, call));
  router.route(listConsents, (db, { actor, input }) => findConsents(db, { actor, subjectId: input.subjectId }));
  router.route(getConsentFigures, (db, { actor }) => countConsents(db, deps, actor));
}
