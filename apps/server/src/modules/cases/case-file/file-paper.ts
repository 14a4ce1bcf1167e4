import { type Actor, fillMarks } from '@linli/domain';
import { refuse } from '../../../platform/errors.ts';
import type { Files } from '../../../platform/files/index.ts';
import { type PdfBlock, writePdf } from '../../../platform/pdf.ts';
import { blocksOf, paperMarks } from '../case-document.ts';
import { marksFor } from '../case-marks.ts';
import type { CaseDeps } from '../deps.ts';
import { dayInWords, fieldInWords } from '../document-marks.ts';
import { paperPicture } from '../paper-picture.ts';
import { readerMark } from '../sealed-look.ts';
import { walkStages } from '../stage-walk.ts';
import { type FiledCase, type FileEntry, fileItems } from './file-entries.ts';

/** Pictures in one file; a file of paper is bound in volumes, this one says how many it left out. */
const mostPictures = 60;

/** Cover with the list, then item by item what there is. In Chinese, as papers are. */
export async function printCaseFile(
  filed: FiledCase,
  asked: { actor: Actor; now: Date },
  deps: { files: Files; cases: CaseDeps },
): Promise<Buffer> {
  const { loaded, type } = filed;
  const file = type.file ?? refuse('not-found');
  const { row } = loaded;
  const directory = deps.cases.directory.get();
  const marks = marksFor(loaded, type, { directory, places: deps.cases.places.get() }, asked.now);
  const items = fileItems(filed);
  const blocks: PdfBlock[] = [
    { kind: 'line', label: '事项', value: type.name.zh },
    { kind: 'line', label: '编号', value: row.number },
    { kind: 'line', label: '登记日期', value: marks.get('reportedOn') ?? '' },
    { kind: 'line', label: '地点', value: marks.get('place') ?? '' },
    { kind: 'line', label: '承办', value: marks.get('holder') ?? '' },
    { kind: 'line', label: '打印日期', value: marks.get('date') ?? '' },
    { kind: 'heading', text: '卷内目录' },
    {
      kind: 'table',
      widths: [28, 170, 150, 80],
      head: ['序号', '材料（*为必备）', '内容', '日期'],
      rows: items.map(({ state, entries }, index) => [
        String(index + 1),
        `${state.item.label.zh}${state.item.required ? '*' : ''}`,
        state.present ? entries.map((entry) => entry.what.zh).join('；') : '缺',
        [...new Set(entries.flatMap((entry) => (entry.day === null ? [] : [entry.day])))].join('\n'),
      ]),
    },
    { kind: 'signatures', names: ['立卷人', '审核人'] },
  ];
  let pictures = 0;
  for (const [index, { state, entries }] of items.entries()) {
    const inside: PdfBlock[] = [];
    for (const entry of entries) inside.push(...(await contentOf(entry)));
    if (inside.length === 0) continue;
    blocks.push({ kind: 'new-page' }, { kind: 'heading', text: `${index + 1}　${state.item.label.zh}` }, ...inside);
  }
  return writePdf({
    title: file.title,
    reference: file.reference ? fillMarks(file.reference, marks) : null,
    ...paperMarks({}, row, readerMark(asked.actor, row, directory, asked.now), asked.now),
    blocks,
  });

  async function contentOf(entry: FileEntry): Promise<PdfBlock[]> {
    const { source } = entry;
    const head: PdfBlock = {
      kind: 'line',
      label: entry.day === null ? '' : dayInWords(entry.day),
      value: [entry.what.zh, entry.by].filter(Boolean).join('　'),
    };
    if (source !== null && 'made' in source) return [];
    return [head, ...(await wordsOf(entry)), ...(await picturesOf(entry.photos))];
  }

  async function wordsOf({ source }: FileEntry): Promise<PdfBlock[]> {
    if (source === null) return [];
    if ('report' in source) return [{ kind: 'text', text: row.words }, ...answers(type.form, row.form)];
    if ('form' in source)
      return answers(
        type.form.filter(({ key }) => key === source.form),
        row.form,
      );
    if ('stage' in source) {
      const stage = type.stages.find(({ key }) => key === source.stage);
      const data = walkStages(loaded.actions, loaded.fold, type).get(source.stage)?.advance?.action.data;
      const asked = (stage?.form ?? []).filter(({ key }) => source.field === undefined || key === source.field);
      const said: PdfBlock[] = data?.words && source.field === undefined ? [{ kind: 'text', text: data.words }] : [];
      return [...answers(asked, data?.form ?? {}), ...said];
    }
    if (!('document' in source)) return [];
    const template = type.documents.find(({ key }) => key === source.document);
    const blocks: PdfBlock[] = [];
    // Its pictures stand with the item that asks for them.
    for (const part of template?.body ?? []) blocks.push(...(await blocksOf(part, marks, async () => [])));
    return blocks;
  }

  function answers(fields: typeof type.form, values: Readonly<Record<string, unknown>>): PdfBlock[] {
    return fields.flatMap((field): PdfBlock[] => {
      const value = fieldInWords(field, values[field.key], directory);
      return value === '' ? [] : [{ kind: 'line', label: field.label.zh, value }];
    });
  }

  async function picturesOf(hashes: readonly string[]): Promise<PdfBlock[]> {
    const fit = hashes.slice(0, Math.max(0, mostPictures - pictures));
    pictures += fit.length;
    const drawn: PdfBlock[] = [];
    for (const hash of fit) drawn.push({ kind: 'picture', jpeg: await paperPicture(deps.files, hash) });
    const left = hashes.length - fit.length;
    return left > 0 ? [...drawn, { kind: 'text', text: `另有${left}张照片未印，请在系统中查看。` }] : drawn;
  }
}
