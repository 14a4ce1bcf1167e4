import { listSubjects, type OutputOf } from '@linli/contract';
import type { SubjectNoun } from '@linli/domain';
import { useCallback } from 'react';
import { useClient } from '../../../../features/client-context.tsx';
import type { NewValues } from './new-values.ts';

export type LikeSubject = OutputOf<typeof listSubjects>['subjects'][number];
export type Like = { readonly same: readonly LikeSubject[]; readonly near: readonly LikeSubject[] };

/** Asks, before anything is saved, who is there already: by number or code, and people by name in the home or with the same birth. */
export function useFindLike(noun: SubjectNoun): (values: NewValues) => Promise<Like> {
  const client = useClient();
  return useCallback(
    async (values) => {
      const ask = async (input: Asked) =>
        (
          await client.call(listSubjects, {
            noun,
            limit: 10,
            states: ['active', 'left', 'dead', 'ended'],
            fields: shown,
            ...input,
          })
        ).subjects;
      const same = (await Promise.all(sameAsked(noun, values).map(ask))).flat();
      const known = new Set(same.map((row) => row.id));
      const near = noun === 'person' ? await nearPeople(ask, values) : [];
      return { same, near: near.filter((row) => !known.has(row.id)) };
    },
    [client, noun],
  );
}

type Asked = { words?: string; homeId?: string; where?: { code: string; value: string }[] };
const shown = ['sex', 'born', 'creditCode', 'code'];

/** What nobody else can have: an identity number, a credit code, the code of a component. */
function sameAsked(noun: SubjectNoun, { fields }: NewValues): Asked[] {
  const [number, credit, code] = [textOf(fields?.idNumber), textOf(fields?.creditCode), textOf(fields?.code)];
  if (noun === 'person' && number !== '') return [{ words: number }];
  if (noun === 'entity' && credit !== '') return [{ where: [{ code: 'creditCode', value: credit.toUpperCase() }] }];
  return noun === 'asset' && code !== '' ? [{ where: [{ code: 'code', value: code }] }] : [];
}

/** Of the same name: in the same home, or born on the same day. */
async function nearPeople(
  ask: (input: Asked) => Promise<readonly LikeSubject[]>,
  { name = '', homeId, fields }: NewValues,
): Promise<readonly LikeSubject[]> {
  const words = name.trim();
  if (words === '') return [];
  const born = textOf(fields?.born);
  const isNamed = (row: LikeSubject) => row.name === words;
  const inHome = homeId === undefined ? [] : (await ask({ words, homeId })).filter(isNamed);
  const sameBirth = born === '' ? [] : (await ask({ words })).filter((row) => isNamed(row) && row.fields.born === born);
  return [...new Map([...inHome, ...sameBirth].map((row) => [row.id, row])).values()];
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}
