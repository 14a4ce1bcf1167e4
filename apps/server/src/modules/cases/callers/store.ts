import { sql } from 'kysely';
import type { Crypto } from '../../../platform/crypto/index.ts';
import type { Db } from '../../../platform/db/database.ts';
import { newId } from '../../../platform/ids.ts';

/** Somebody who called about a case. Name and phone in plain text only on the way in. */
export interface NewCaller {
  caseId: string;
  orderNumber: string;
  name: string;
  phone: string | null;
  anonymous: boolean;
  wantsAnswer: boolean;
  calledAt: Date;
  addedBy: string | null;
}

const digitsOf = (phone: string) => phone.normalize('NFKC').replace(/[^0-9+]/g, '');

/** Adds callers, encrypted. In a transaction of the product itself; answers their ids in order. */
export async function insertCallers(db: Db, crypto: Crypto, callers: readonly NewCaller[]): Promise<string[]> {
  if (callers.length === 0) return [];
  const hex = (bytes: Buffer | null) => (bytes ? `\\x${bytes.toString('hex')}` : null);
  const rows = callers.map((caller) => {
    const phone = caller.phone && !caller.anonymous ? caller.phone.trim() : '';
    const name = caller.anonymous ? '' : caller.name.trim();
    return {
      id: newId(),
      case_id: caller.caseId,
      order_number: caller.orderNumber,
      name_encrypted: hex(name === '' ? null : crypto.encrypt(name, 'caller.name')),
      phone_encrypted: hex(phone === '' ? null : crypto.encrypt(phone, 'caller.phone')),
      phone_hash: hex(phone === '' ? null : crypto.lookupHash(digitsOf(phone), 'caller.phone')),
      anonymous: caller.anonymous,
      // Nobody can be answered who left neither a name nor a number.
      wants_answer: caller.wantsAnswer && !caller.anonymous && (phone !== '' || name !== ''),
      called_at: caller.calledAt.toISOString(),
      added_by: caller.addedBy,
    };
  });
  await sql`insert into case_caller (id, case_id, order_number, name_encrypted, phone_encrypted, phone_hash, anonymous, wants_answer, called_at, added_by)
    select r.id, r.case_id, r.order_number, r.name_encrypted, r.phone_encrypted, r.phone_hash, r.anonymous, r.wants_answer, r.called_at, r.added_by
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, case_id uuid, order_number text, name_encrypted bytea,
      phone_encrypted bytea, phone_hash bytea, anonymous boolean, wants_answer boolean, called_at timestamptz, added_by uuid)`.execute(
    db,
  );
  return rows.map((row) => row.id);
}

/** How many still wait for an answer. In a transaction that may read them. */
export async function countOpenCallers(db: Db, caseId: string): Promise<number> {
  const { rows } = await sql<{
    n: number;
  }>`select count(*)::int as n from case_caller where case_id = ${caseId} and wants_answer and answered_at is null`.execute(
    db,
  );
  return rows[0]?.n ?? 0;
}

/** Whoever called about the child is answered at the parent. */
export async function moveCallers(db: Db, fromCaseId: string, toCaseId: string): Promise<void> {
  await db.updateTable('case_caller').set({ case_id: toCaseId }).where('case_id', '=', fromCaseId).execute();
}
