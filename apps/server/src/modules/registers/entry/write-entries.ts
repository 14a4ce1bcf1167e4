import type { Crypto } from '../../../platform/crypto/index.ts';
import type { Db } from '../../../platform/db/database.ts';
import { refuseRestricted } from '../privacy/restrict-values.ts';
import { type ChangedSubject, type FactSource, type NewFact, writeFacts } from '../store/facts.ts';
import { type Doing, journalChanges } from '../store/journal.ts';
import { removeSecrets, writeSecrets } from '../store/secrets.ts';
import type { SubjectRow } from '../subject-row.ts';
import type { ReadEntries } from './read-entries.ts';

/** Stores read entries of one subject, facts and sealed values, and journals which fields changed. As the system. Answers the codes. */
export async function writeEntries(
  db: Db,
  crypto: Crypto,
  call: {
    subject: Pick<SubjectRow, 'id' | 'noun' | 'path'>;
    read: ReadEntries;
    source: FactSource;
    sourceId: string | null;
    doing: Doing;
    journal: 'changed' | 'caller';
  },
): Promise<string[]> {
  const { subject, read, source, sourceId, doing } = call;
  const facts = read.facts.map(
    ({ field, value, since, derived }): NewFact => ({
      subjectId: subject.id,
      noun: subject.noun,
      field: field.code,
      value,
      source: derived ? 'derived' : source,
      sourceId,
      since,
      recordedBy: doing.actorId,
    }),
  );
  await refuseRestricted(db, subject.id, [
    ...read.facts.filter(({ derived }) => !derived).map(({ field }) => field.code),
    ...read.secrets.map(({ field }) => field.code),
  ]);
  const changed = await writeFacts(db, facts, { now: doing.now });
  const sealed = await writeSecrets(
    db,
    crypto,
    read.secrets.flatMap(({ field, kind, value, lookupValue, since }) =>
      value === null
        ? []
        : [
            {
              subjectId: subject.id,
              noun: subject.noun,
              field: field.code,
              kind,
              value,
              lookupValue,
              source,
              since,
              recordedBy: doing.actorId,
            },
          ],
    ),
    { now: doing.now },
  );
  const removed = await removeSecrets(
    db,
    read.secrets
      .filter((secret) => secret.value === null)
      .map((secret) => ({ subjectId: subject.id, field: secret.field.code })),
  );
  const codes = [
    ...changed.flatMap((one) => one.fields),
    ...sealed.map((one) => one.field),
    ...removed.map((one) => one.field),
  ];
  const whole: ChangedSubject[] =
    codes.length > 0 ? [{ subjectId: subject.id, path: subject.path, fields: codes.sort() }] : [];
  if (call.journal === 'changed') await journalChanges(db, doing, whole);
  return codes.sort();
}
