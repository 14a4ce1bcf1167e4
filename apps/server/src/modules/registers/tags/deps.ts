import type { Actor } from '@linli/domain';
import type { Database } from '../../../platform/db/database.ts';
import type { VersionedCache } from '../../../platform/db/versioned-cache.ts';
import type { RegisterDeps } from '../deps.ts';
import type { TagIndex } from './index/create-tag-index.ts';
import type { TagCatalogue } from './tag-catalogue.ts';

export interface TagDeps extends Pick<RegisterDeps, 'clock' | 'places' | 'directory'> {
  database: Database;
  tags: VersionedCache<TagCatalogue>;
  index: TagIndex;
}

export interface TagCall<I> {
  actor: Actor;
  input: I;
  now: Date;
  requestId: string;
}
