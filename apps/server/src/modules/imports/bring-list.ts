import { type ImportKind, isRegisterMapping, type RegisterMapping } from '@linli/contract';
import type { Actor } from '@linli/domain';
import type { Db } from '../../platform/db/database.ts';
import { newId } from '../../platform/ids.ts';
import { cancelDue } from '../../platform/jobs/due-work.ts';
import { giveAddressName } from './addresses/give-address-name.ts';
import type { ImportDeps } from './deps.ts';
import { createFinderCache } from './finder-cache.ts';
import { loadPlaceFinder } from './place-finder.ts';
import { groundFor } from './policy.ts';
import { proposeFor } from './propose-mapping.ts';
import { readUpload, uploadLimits } from './read-upload.ts';
import { loadBuildingFinder } from './registers/building-finder.ts';
import { beginRun, steerRun } from './run-commands.ts';
import { importStepHandler } from './steps.ts';
import { getRun } from './store.ts';
import { storeUpload } from './store-upload.ts';

export interface BroughtList {
  actor: Actor;
  kind: Exclude<ImportKind, 'orders'>;
  fileName: string;
  /** Lines of a CSV, headings first. */
  table: string;
  /** When it was brought. */
  at: Date;
  until: 'checked' | 'cancelled' | 'done';
  change?: Partial<RegisterMapping>;
}

export interface ListDesk {
  /** Uploaded, read by the mapping that is proposed, then as far as said. */
  bring(db: Db, list: BroughtList): Promise<void>;
  name(db: Db, call: Parameters<typeof giveAddressName>[2]): Promise<void>;
}

/** The desk of lists without a browser, at moments of the past: for demonstrations. In one transaction of the product. */
export function createListDesk(given: Omit<ImportDeps, 'finders' | 'buildings'>): ListDesk {
  const deps: ImportDeps = {
    ...given,
    finders: createFinderCache(loadPlaceFinder),
    buildings: createFinderCache(loadBuildingFinder),
  };
  const stepOf = importStepHandler(deps);
  return {
    async bring(db, { actor, kind, fileName, table, at, until, change = {} }) {
      if (actor.accountId === null) throw new Error('a list is brought by somebody');
      const places = deps.places.get();
      const ground = groundFor(actor, places, { kind, areaId: null, now: at });
      const upload = await readUpload(Buffer.from(table), deps.crypto, { mostRows: 1000, ...uploadLimits });
      const { id: importId } = await storeUpload(
        db,
        { ground, kind, fileName, accountId: actor.accountId, now: at },
        upload,
      );
      const requestId = newId();
      const call = { actor, now: at, requestId };
      const proposed = await proposeFor(db, deps, { actor, input: { importId } });
      if (!isRegisterMapping(proposed.mapping)) throw new Error('a list of a register has its mapping');
      const mapping = { ...proposed.mapping, ...change };
      await beginRun(db, deps, { ...call, input: { requestId, importId, mapping, dryRun: true } });
      await walk();
      if (until === 'cancelled') await steerRun(db, deps, { ...call, input: { requestId, importId, to: 'cancel' } });
      if (until !== 'done') return;
      await beginRun(db, deps, { ...call, input: { requestId, importId, dryRun: false } });
      await walk();

      /** What the worker would do, at once. */
      async function walk(): Promise<void> {
        const moving = ['checking', 'running'];
        for (;;) {
          await cancelDue(db, 'import.step', [importId]);
          const run = await getRun(db, { actor, places }, importId, 'lock');
          if (!moving.includes(run.state)) return;
          await stepOf(db, { id: '0', kind: 'import.step', key: importId, at, data: {}, tries: 0 }, at);
        }
      }
    },
    async name(db, call) {
      await giveAddressName(db, deps, call);
    },
  };
}
