import type { listSamePairs, OutputOf } from '@linli/contract';

export type SamePair = OutputOf<typeof listSamePairs>['pairs'][number];
