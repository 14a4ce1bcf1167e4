import { Worker } from 'node:worker_threads';
import { refuse } from '../../../platform/errors.ts';
import { checkZip } from './check-zip.ts';
import { type TemplateLayout, templateLimits } from './template-layout.ts';

export type TemplateKind = 'xlsx' | 'docx';
export type TemplateValue = string | number;

type Task =
  | { task: 'read'; kind: TemplateKind; bytes: Uint8Array }
  | {
      task: 'fill';
      kind: TemplateKind;
      bytes: Uint8Array;
      layout: TemplateLayout;
      /** Positions of the columns in the layout; of a marked document, the names each goes by. */
      columns: readonly number[] | readonly (readonly string[])[];
      rows: readonly (readonly TemplateValue[])[];
      /** Marks outside the rows. */
      words: Readonly<Record<string, string>>;
    };
/** What the thread says; only template-worker.mjs speaks on this channel. */
type Said = { ok: true; layout?: TemplateLayout; bytes?: Uint8Array } | { ok: false; reason: string };

/** Where headings and rows are in a department's file. Refuses `template-refused` for macros, bombs, damage and files without headings. */
export async function readTemplate(kind: TemplateKind, bytes: Buffer): Promise<TemplateLayout> {
  if (!checkZip(bytes)) return refuse('template-refused');
  const { layout } = await run({ task: 'read', kind, bytes: new Uint8Array(bytes) });
  return layout ?? refuse('template-refused');
}

/** The department's file with these rows, in its own layout. */
export async function fillTemplate(
  kind: TemplateKind,
  bytes: Buffer,
  call: Pick<Extract<Task, { task: 'fill' }>, 'layout' | 'columns' | 'rows' | 'words'>,
): Promise<Buffer> {
  const filled = await run({ task: 'fill', kind, bytes: new Uint8Array(bytes), ...call });
  return filled.bytes ? Buffer.from(filled.bytes) : refuse('template-refused');
}

async function run(task: Task): Promise<Extract<Said, { ok: true }>> {
  const worker = new Worker(new URL('./template-worker.mjs', import.meta.url), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: templateLimits.threadMib },
  });
  const timer = setTimeout(() => void worker.terminate(), templateLimits.longestMs);
  try {
    const said = await new Promise<Said>((resolve) => {
      worker.once('message', (message) => resolve(message as Said)); // see Said
      worker.once('error', () => resolve({ ok: false, reason: 'thread' }));
      worker.once('exit', () => resolve({ ok: false, reason: 'ended' }));
    });
    return said.ok ? said : refuse('template-refused');
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
