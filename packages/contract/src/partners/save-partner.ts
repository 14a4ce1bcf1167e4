import { z } from 'zod';
import { command } from '../operation.ts';
import { PartnerPublicKey, SiteCode } from './shapes.ts';

export const savePartner = command({
  name: 'save-partner',
  module: 'partners',
  summary: 'Add a partner from the card it gave us, change it, or switch the exchange on and off',
  input: {
    partnerId: z.uuid().optional(),
    name: z.string().trim().min(2).max(60),
    /** Fixed once cases were shared: their numbers are made of it. */
    siteCode: SiteCode,
    /** http or https, a host and a port, no path. */
    baseUrl: z.string().trim().min(8).max(200),
    publicKey: PartnerPublicKey,
    active: z.boolean().default(true),
  },
  output: z.object({ partnerId: z.uuid() }),
  errors: ['partner-address-refused'],
  allow: 'org:edit',
});
