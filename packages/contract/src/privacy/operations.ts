import { actOnRights } from './act-on-rights.ts';
import { askRights } from './ask-rights.ts';
import { explainDecisions } from './explain-decisions.ts';
import { followUpRights } from './follow-up-rights.ts';
import { getConsentFigures } from './get-consent-figures.ts';
import { getMyData } from './get-my-data.ts';
import { getRights } from './get-rights.ts';
import { giveConsent } from './give-consent.ts';
import { liftRestriction } from './lift-restriction.ts';
import { listConsents } from './list-consents.ts';
import { listDeletions } from './list-deletions.ts';
import { listMyRights } from './list-my-rights.ts';
import { listRights } from './list-rights.ts';
import { makeMyCopy } from './make-my-copy.ts';
import { savePrivacySettings } from './save-privacy-settings.ts';
import { showMyField } from './show-my-field.ts';
import { withdrawConsent } from './withdraw-consent.ts';

export const privacyOperations = {
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
} as const;
