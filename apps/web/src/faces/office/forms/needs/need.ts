import type { listNeeds, OutputOf } from '@linli/contract';

export type Need = OutputOf<typeof listNeeds>['needs'][number];
