import * as contract from '@linli/contract';
import type { Crypto } from '../../platform/crypto/index.ts';
import type { Router } from '../../platform/http/route.ts';
import { findSharesOfCase } from './get-shared-case.ts';
import { findBulletin, findBulletins } from './list-bulletins.ts';
import { findPartners, getOwnCard } from './list-partners.ts';
import { findSharedCaseList } from './list-shared-cases.ts';
import { makeBulletinNow } from './make-bulletin-now.ts';
import type { AddressRule } from './partner-address.ts';
import { keepBulletinSchedule } from './save-bulletin-schedule.ts';
import { keepPartner } from './save-partner.ts';
import { shareWithPartner } from './share-case.ts';
import { writeToPartner } from './tell-partner.ts';

/** Contract operation → command or query; no logic. */
export function partnerRoutes(
  router: Router,
  deps: { crypto: Crypto; publicUrl: string | null; addresses: AddressRule },
): void {
  router.route(contract.savePartner, (db, call) => keepPartner(db, deps.addresses, call));
  router.route(contract.shareCase, (db, call) => shareWithPartner(db, call));
  router.route(contract.tellPartner, (db, call) => writeToPartner(db, call));
  router.route(contract.saveBulletinSchedule, (db, call) => keepBulletinSchedule(db, call));
  router.route(contract.makeBulletin, (db, call) => makeBulletinNow(db, call));

  router.route(contract.getOwnPartnerCard, (db, { actor, now }) => getOwnCard(db, deps, actor, now));
  router.route(contract.listPartners, (db, { actor, now }) => findPartners(db, actor, now));
  router.route(contract.getSharedCase, (db, { actor, input, now }) => findSharesOfCase(db, actor, input.caseId, now));
  router.route(contract.listSharedCases, (db, { input, now }) => findSharedCaseList(db, input, now));
  router.route(contract.listBulletins, (db, { actor, input }) => findBulletins(db, actor, input));
  router.route(contract.getBulletin, (db, { actor, input }) => findBulletin(db, actor, input.bulletinId));
}
