import { getOwnPartnerCard } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useGetOwnPartnerCard = queryHook(getOwnPartnerCard);
