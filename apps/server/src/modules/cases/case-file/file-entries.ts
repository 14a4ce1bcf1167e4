import {
  type CaseFileFacts,
  type CaseFileItemState,
  type CaseFileSource,
  type CaseTypeDefinition,
  caseFileState,
  dayOf,
  type LocalText,
  stageOf,
} from '@linli/domain';
import type { ActionRow, LoadedCase } from '../load-case.ts';
import { pictureSeqs, type StageWalk, thisRound, walkStages } from '../stage-walk.ts';

type Photo = { readonly hash: string; readonly seq: number };

/** The case as its file is drawn from it. */
export interface FiledCase {
  loaded: LoadedCase;
  type: CaseTypeDefinition;
  photos: readonly Photo[];
  children: { closed: number; all: number };
}

/** One thing an item holds. `source` null = added by hand. */
export interface FileEntry {
  source: CaseFileSource | null;
  what: LocalText;
  day: string | null;
  by: string;
  photos: readonly string[];
}

/** Each item of the file and what it holds so far. */
export function fileItems(filed: FiledCase): { state: CaseFileItemState; entries: FileEntry[] }[] {
  const walks = walkStages(filed.loaded.actions, filed.loaded.fold, filed.type);
  return caseFileState(filed.type, factsOf(filed, walks)).map((state) => ({
    state,
    entries: [
      ...state.found.map((source) => entryOf(source, filed, walks)),
      ...addedTo(state.item.key, filed.loaded).map((row): FileEntry => {
        return { source: null, what: noted(row), ...stepOf(row), photos: photosAt(filed, row.seq) };
      }),
    ],
  }));
}

function factsOf(filed: FiledCase, walks: ReadonlyMap<string, StageWalk>): CaseFileFacts {
  const { loaded, photos, children } = filed;
  const taken = [...walks].flatMap(([key, { advance }]) =>
    advance
      ? [[key, { form: advance.action.data.form ?? {}, pictures: picturesAt(filed, key, walks).length }] as const]
      : [],
  );
  const added = new Map<string, number>();
  for (const row of thisRound(loaded.actions))
    if (row.kind === 'note' && typeof row.data.fileItem === 'string')
      added.set(row.data.fileItem, (added.get(row.data.fileItem) ?? 0) + 1);
  return {
    form: loaded.row.form,
    stages: new Map(taken),
    reportPictures: photos.filter((photo) => photo.seq === reportSeq(loaded)).length,
    children,
    added,
  };
}

function entryOf(source: CaseFileSource, filed: FiledCase, walks: ReadonlyMap<string, StageWalk>): FileEntry {
  const { type, loaded, children } = filed;
  const bare = { source, day: null, by: '', photos: [] };
  if ('report' in source)
    return {
      ...bare,
      what: type.name,
      day: dayOf(loaded.row.reported_at),
      photos: photosAt(filed, reportSeq(loaded)),
    };
  if ('form' in source) return { ...bare, what: labelIn(type.form, source.form), day: dayOf(loaded.row.reported_at) };
  if ('children' in source)
    return { ...bare, what: { zh: `${children.closed}件已办结`, en: `${children.closed} closed` } };
  if ('made' in source) return { ...bare, what: { zh: '随卷宗打印', en: 'Printed with the file' } };
  const { key, what } = stepNamed(source, type);
  const row = walks.get(key)?.advance?.row;
  const step = row ? stepOf(row) : { day: null, by: '' };
  return { ...bare, what, ...step, photos: 'picturesOf' in source && row ? picturesAt(filed, key, walks) : [] };
}

function stepNamed(
  source: Extract<CaseFileSource, { stage: string } | { document: string } | { picturesOf: string }>,
  type: CaseTypeDefinition,
): { key: string; what: LocalText } {
  if ('document' in source) {
    const stage = type.stages.find((one) => one.document === source.document);
    const name = type.documents.find(({ key }) => key === source.document)?.name;
    return { key: stage?.key ?? '', what: name ?? { zh: source.document } };
  }
  const key = 'stage' in source ? source.stage : source.picturesOf;
  const stage = type.stages.find((one) => one.key === key);
  const name = stage?.name ?? { zh: key };
  return { key, what: 'field' in source && source.field ? labelIn(stage?.form ?? [], source.field) : name };
}

function labelIn(form: CaseTypeDefinition['form'], key: string): LocalText {
  return form.find((field) => field.key === key)?.label ?? { zh: key };
}

function noted(row: ActionRow): LocalText {
  return { zh: String(row.data.words ?? '').slice(0, 400) || '补充材料' };
}

function stepOf(row: ActionRow): { day: string; by: string } {
  return { day: dayOf(row.at), by: row.by_words };
}

function addedTo(item: string, loaded: LoadedCase): ActionRow[] {
  return thisRound(loaded.actions).filter((row) => row.kind === 'note' && row.data.fileItem === item);
}

function reportSeq(loaded: LoadedCase): number {
  return loaded.actions.find((row) => row.kind === 'report')?.seq ?? 1;
}

function picturesAt(filed: FiledCase, key: string, walks: ReadonlyMap<string, StageWalk>): string[] {
  const stage = stageOf(key, filed.type);
  const seqs = stage ? pictureSeqs(walks.get(key), stage) : [];
  return filed.photos.filter((photo) => seqs.includes(photo.seq)).map((photo) => photo.hash);
}

function photosAt(filed: FiledCase, seq: number): string[] {
  return filed.photos.filter((photo) => photo.seq === seq).map((photo) => photo.hash);
}
