import type { listDemoSignIns, OutputOf } from '@linli/contract';
import { roleWords } from '@linli/domain';
import { sql } from 'kysely';
import { dayOf } from '../../platform/clock.ts';
import type { Database } from '../../platform/db/database.ts';
import type { Directory } from '../org/index.ts';
import { demoPassword } from './demo-words.ts';

type SignIn = OutputOf<typeof listDemoSignIns>['signIns'][number];

const faceOf: Readonly<Record<string, SignIn['face']>> = {
  resident: 'resident',
  'grid-worker': 'field',
  'unit-handler': 'field',
  commander: 'screen',
};

/** The ready-made people, in the order of their keys. */
export async function findDemoSignIns(database: Database, directory: Directory, now: Date): Promise<SignIn[]> {
  const { rows } = await database.asSystem((db) =>
    sql<{
      id: string;
      kind: string;
      name: string;
      key: string;
      login: string | null;
    }>`select account.id, account.kind, account.name, account.demo_key as key, credential.login
      from account left join credential on credential.account_id = account.id
      where account.demo_key is not null order by account.demo_key`.execute(db),
  );
  return rows.map((row) => {
    const scope = directory.reachOf(row.id, dayOf(now)).scopes[0];
    const role = scope?.role ?? 'resident';
    const post = scope?.postId ? directory.posts.get(scope.postId) : undefined;
    const unit = scope?.unitId ? directory.units.get(scope.unitId) : undefined;
    return {
      key: row.key,
      role,
      name: row.name,
      roleName: roleWords[role].zh,
      place: unit?.name ?? post?.areaName ?? '',
      face: faceOf[role] ?? 'office',
      login: row.login ?? '',
      password: row.kind === 'staff' ? demoPassword : null,
    };
  });
}
