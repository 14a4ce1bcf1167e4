import { z } from 'zod';
import { query } from '../operation.ts';
import { PartnerView } from './shapes.ts';

export const listPartners = query({
  name: 'list-partners',
  module: 'partners',
  summary: 'Other sites this one exchanges cases with; addresses and keys only for whoever keeps them',
  input: {},
  output: z.object({ partners: z.array(PartnerView) }),
  allow: 'org:read',
});
