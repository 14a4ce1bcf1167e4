import type { Actor } from '@linli/domain';
import { expect, it } from 'vitest';
import type { JournalRow } from '../../platform/journal/index.ts';
import { caseLiveView } from './live-view.ts';

const reader: Actor = {
  ...{ kind: 'staff', accountId: 'someone', name: '', pools: [] },
  scopes: [{ role: 'committee-secretary', path: 'a.b', unitId: null, postId: 'post' }],
};
const rowWith = (kind: string, data: Record<string, unknown>): JournalRow =>
  ({ seq: '1', xid: '1', at: new Date(0), kind, noun: 'case', noun_id: 'id', path: 'a.b', data }) as JournalRow; // what the view reads

it('says nothing of a row that does not say how open its case is', () => {
  expect(caseLiveView(reader, rowWith('case.noted', { visibility: 'private' }))).not.toBeNull();
  expect(caseLiveView(reader, rowWith('case.noted', { visibility: 'sealed' }))).toBeNull();
  expect(caseLiveView(reader, rowWith('case.document-made', { key: 'agreement' }))).toBeNull();
});
