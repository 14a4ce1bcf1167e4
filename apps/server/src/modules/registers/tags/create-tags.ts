import * as contract from '@linli/contract';
import type { Actor } from '@linli/domain';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type pg from 'pg';
import type { Router } from '../../../platform/http/route.ts';
import type { DueHandler } from '../../../platform/jobs/due-work.ts';
import type { RecurringJob } from '../../../platform/jobs/worker.ts';
import type { Consumer } from '../../../platform/journal/index.ts';
import type { Log } from '../../../platform/log.ts';
import { countBy } from './count-by-tags.ts';
import type { TagDeps } from './deps.ts';
import { tagExportRoute } from './export-route.ts';
import { putTag, tagsOn, takeTag } from './hand-tags.ts';
import { createTagIndex, type TagIndex } from './index/create-tag-index.ts';
import { listBy } from './list-by-tags.ts';
import { tagsFor } from './list-tags.ts';
import { tagHandlers, tagJobs, tagsConsumer } from './run-tags.ts';
import { keepTag, turnTag } from './save-tag.ts';
import { askExport, decideExport, findExports } from './tag-exports.ts';
import { dropTagView, findTagViews, keepTagView } from './tag-views.ts';
import { tryRule } from './try-tag-rule.ts';

export interface Tags {
  routes(router: Router, http: FastifyInstance, actorOf: (request: FastifyRequest) => Promise<Actor>): void;
  readonly consumer: Consumer;
  readonly jobs: readonly RecurringJob[];
  /** Long work: a run over a site, many subjects at once. */
  readonly slowHandlers: Readonly<Record<string, DueHandler>>;
  readonly index: TagIndex;
  close(): Promise<void>;
}

export function createTags(deps: Omit<TagDeps, 'index'> & { pool: pg.Pool; log: Log }): Tags {
  const index = createTagIndex(deps);
  const own: TagDeps = { ...deps, index };
  return {
    routes(router, http, actorOf) {
      router.route(contract.listTags, async (_db, { actor }) => tagsFor(own, actor));
      router.route(contract.saveTag, (db, call) => keepTag(db, own, call));
      router.route(contract.tryTagRule, (db, call) => tryRule(db, own, call));
      router.route(contract.switchTag, (db, call) => turnTag(db, own, call));
      router.route(contract.setTag, (db, call) => putTag(db, own, call));
      router.route(contract.unsetTag, (db, call) => takeTag(db, own, call));
      router.route(contract.listSubjectTags, (db, call) => tagsOn(db, own, call));
      router.route(contract.countByTags, (db, call) => countBy(db, own, call));
      router.route(contract.listByTags, (db, call) => listBy(db, own, call));
      router.route(contract.saveTagView, (db, call) => keepTagView(db, own, call));
      router.route(contract.listTagViews, (db, { actor }) => findTagViews(db, own, actor));
      router.route(contract.deleteTagView, (db, call) => dropTagView(db, call));
      router.route(contract.askTagExport, (db, call) => askExport(db, own, call));
      router.route(contract.decideTagExport, (db, call) => decideExport(db, own, call));
      router.route(contract.listTagExports, (db, call) => findExports(db, call));
      tagExportRoute(http, own, actorOf);
    },
    consumer: tagsConsumer(() => deps.clock.now()),
    jobs: tagJobs,
    slowHandlers: tagHandlers,
    index,
    close: () => index.close(),
  };
}
