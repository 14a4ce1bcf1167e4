import type { listLegalItems, OutputOf } from '@linli/contract';

export type SiteItem = OutputOf<typeof listLegalItems>['items'][number];
