import type { getHouseholdFile, OutputOf } from '@linli/contract';

/** The file of a home as `get-household-file` tells it. */
export type HouseholdFile = OutputOf<typeof getHouseholdFile>;
export type HouseholdMember = HouseholdFile['others'][number];
