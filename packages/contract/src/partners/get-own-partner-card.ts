import { z } from 'zod';
import { query } from '../operation.ts';
import { PartnerPublicKey } from './shapes.ts';

export const getOwnPartnerCard = query({
  name: 'get-own-partner-card',
  module: 'partners',
  summary: 'What to hand to another site so that it can add us as a partner; makes our key pair when there is none yet',
  input: {},
  output: z.object({
    siteCode: z.string(),
    name: z.string(),
    /** Null until PUBLIC_URL is set: then nobody outside can reach us. */
    url: z.string().nullable(),
    publicKey: PartnerPublicKey,
    /** Read aloud on the telephone to compare. */
    fingerprint: z.string(),
    madeAt: z.iso.datetime(),
  }),
  allow: 'org:edit',
});
