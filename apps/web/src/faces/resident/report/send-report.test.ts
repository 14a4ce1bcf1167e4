import { ApiError, OfflineError } from '@linli/client';
import { describe, expect, it } from 'vitest';
import { testType } from './report.fixture.ts';
import { emptyDraft, type ReportDraft } from './report-draft.ts';
import { type Sending, type SendReportDeps, type SentReport, sendReport } from './send-report.ts';

const sent: SentReport = {
  caseId: '0190a000-0000-7000-8000-000000000001',
  number: 'A1',
  state: 'dispatched',
  holder: null,
  ruleLabel: null,
  promisedAt: null,
  areaName: '',
};
const photo = (id: string) => ({ id, blob: new Blob([id]), width: 1, height: 1 });
const refusal = (status: number, code: 'place-outside' | 'request-id-reused' | 'unavailable') =>
  new ApiError(status, { code, params: {}, message: '', id: 'x' });

/** A phone and a server: what was uploaded and reported, and what the draft has become. */
function stage(draft: ReportDraft, answers: (SentReport | Error)[]) {
  const uploads: string[] = [];
  const requestIds: (string | undefined)[] = [];
  const told: Sending['state'][] = [];
  let ids = 0;
  const world = { draft, uploads, requestIds, told, failUploads: 0 };
  const deps: SendReportDeps = {
    upload: async (blob) => {
      if (world.failUploads-- > 0) throw new OfflineError('no network');
      uploads.push(await blob.text());
      return { hash: `hash-${await blob.text()}` };
    },
    report: async (input) => {
      requestIds.push(input.requestId);
      const answer = answers.shift();
      if (answer === undefined || answer instanceof Error) throw answer ?? new Error('asked too often');
      return answer;
    },
    keep: (patch) => {
      world.draft = { ...world.draft, ...patch };
    },
    tell: ({ state }) => told.push(state),
    newRequestId: () => `id-${++ids}`,
  };
  return Object.assign(world, { send: () => sendReport(world.draft, testType(), deps) });
}

describe('sendReport', () => {
  it('sends photos, then the report', async () => {
    const world = stage({ ...emptyDraft, photos: [photo('a'), photo('b')] }, [sent]);
    expect(await world.send()).toEqual(sent);
    expect(world.uploads).toEqual(['a', 'b']);
    expect(world.told).toEqual(['photos', 'photos', 'report', 'idle']);
  });

  it('keeps its name while nobody answers, so that trying again is the same report', async () => {
    const world = stage(emptyDraft, [new OfflineError('cut'), refusal(503, 'unavailable'), sent]);
    expect(await world.send()).toBeNull();
    expect(world.draft.requestId).toBe('id-1');
    expect(await world.send()).toBeNull();
    expect(await world.send()).toEqual(sent);
    expect(world.requestIds).toEqual(['id-1', 'id-1', 'id-1']);
  });

  it('takes a new name after a refusal: nothing was made', async () => {
    const world = stage(emptyDraft, [refusal(409, 'place-outside'), sent]);
    expect(await world.send()).toBeNull();
    expect(world.told.at(-1)).toBe('failed');
    expect(await world.send()).toEqual(sent);
    expect(world.requestIds).toEqual(['id-1', 'id-2']);
  });

  it('says so when a changed draft meets its earlier self on the server', async () => {
    const world = stage({ ...emptyDraft, requestId: 'id-0' }, [refusal(409, 'request-id-reused')]);
    expect(await world.send()).toBe('arrived-before');
  });

  it('goes on with the photo that failed, not from the first', async () => {
    const world = stage({ ...emptyDraft, photos: [photo('a'), photo('b')], hashes: { a: 'hash-a' } }, [sent]);
    world.failUploads = 1;
    expect(await world.send()).toBeNull();
    expect(world.requestIds).toEqual([]);
    expect(await world.send()).toEqual(sent);
    expect(world.uploads).toEqual(['b']);
  });

  it('lets a defect of ours through', async () => {
    const world = stage(emptyDraft, [new TypeError('broken')]);
    await expect(world.send()).rejects.toThrow('broken');
  });
});
