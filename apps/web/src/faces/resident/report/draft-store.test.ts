import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { createDraftStore } from './draft-store.ts';
import { emptyDraft, type ReportDraft } from './report-draft.ts';

const photo = (id: string) => ({ id, blob: new Blob([id], { type: 'image/webp' }), width: 4, height: 3 });
const draft: ReportDraft = { ...emptyDraft, words: '楼道灯不亮', photos: [photo('a'), photo('b')], requestId: 'r' };
let count = 0;
const freshName = () => `drafts-${++count}`;

describe('createDraftStore', () => {
  it('gives back words, photos and the unanswered sending after a reload', async () => {
    const name = freshName();
    await createDraftStore(name).write(draft);
    const kept = await createDraftStore(name).read();
    expect(kept).toMatchObject({ words: '楼道灯不亮', requestId: 'r' });
    expect(kept?.photos.map(({ id, blob, width }) => [id, blob.type, width])).toEqual([
      ['a', 'image/webp', 4],
      ['b', 'image/webp', 4],
    ]);
    expect(await kept?.photos[1]?.blob.text()).toBe('b');
  });

  it('has nothing at first, and nothing after it was sent', async () => {
    const store = createDraftStore(freshName());
    expect(await store.read()).toBeNull();
    await store.write(draft);
    await store.write(emptyDraft);
    expect(await store.read()).toBeNull();
  });

  it('drops the photo that was taken out', async () => {
    const store = createDraftStore(freshName());
    await store.write(draft);
    await store.write({ ...draft, photos: draft.photos.slice(1) });
    expect((await store.read())?.photos.map(({ id }) => id)).toEqual(['b']);
  });

  it('carries out writes in the order they came', async () => {
    const store = createDraftStore(freshName());
    await Promise.all(['一', '一二', '一二三'].map((words) => store.write({ ...draft, words })));
    expect((await store.read())?.words).toBe('一二三');
  });

  it('remembers the last place apart from the draft', async () => {
    const store = createDraftStore(freshName());
    expect(await store.readLastPlace()).toBeNull();
    await store.writeLastPlace({ lng: 121.5, lat: 31.2, address: '东方路' });
    await store.write(emptyDraft);
    expect(await store.readLastPlace()).toEqual({ lng: 121.5, lat: 31.2, address: '东方路' });
  });
});
