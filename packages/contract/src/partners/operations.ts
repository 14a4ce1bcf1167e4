import { getBulletin } from './get-bulletin.ts';
import { getOwnPartnerCard } from './get-own-partner-card.ts';
import { getSharedCase } from './get-shared-case.ts';
import { listBulletins } from './list-bulletins.ts';
import { listPartners } from './list-partners.ts';
import { listSharedCases } from './list-shared-cases.ts';
import { makeBulletin } from './make-bulletin.ts';
import { saveBulletinSchedule } from './save-bulletin-schedule.ts';
import { savePartner } from './save-partner.ts';
import { shareCase } from './share-case.ts';
import { tellPartner } from './tell-partner.ts';

export const partnersOperations = {
  getBulletin,
  getOwnPartnerCard,
  getSharedCase,
  listBulletins,
  listPartners,
  listSharedCases,
  makeBulletin,
  saveBulletinSchedule,
  savePartner,
  shareCase,
  tellPartner,
} as const;
