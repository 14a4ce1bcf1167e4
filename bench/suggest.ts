import { classifyWords, learnToSort, wordModelFromBytes, wordModelToBytes } from '@linli/domain';
import { hardMessages } from './hard-messages.ts';
import { round } from './print-result.ts';
import { CsvProblem, readCsv, runOnCsv } from './sorting-csv.ts';
import { madeMessages } from './sorting-messages.ts';

// How well kinds are suggested: npm run bench:suggest -- train.csv test.csv (columns text,label; --hard makes up harder messages). Learns and guesses with the product's own
// code, through the bytes it stores. The last line is JSON; coverage = share of messages at or above the default floor.
const defaultFloor = 0.4;

interface Labelled {
  text: string;
  label: string;
}

await runOnCsv(async () => {
  const { train, test } = await readBoth(process.argv.slice(2));
  const labels = new Set(train.map((one) => one.label));
  console.log(`${train.length} to learn from, ${test.length} to test on, ${labels.size} classes`);
  const began = performance.now();
  const learned = learnToSort(
    train.map((one) => one.text),
    train.map((one) => one.label),
  );
  const trainSeconds = (performance.now() - began) / 1000;
  const bytes = wordModelToBytes(learned.model);
  const model = wordModelFromBytes(bytes);
  if (!model) throw new Error('the stored model cannot be read back');
  const { min, max } = model.range;
  console.log(
    `n-grams of ${min}–${max}, ${model.buckets.length} of them, ${round(bytes.length / 1e6)} MB; cross-validated accuracy ${round(learned.accuracy, 4)}`,
  );

  const start = performance.now();
  const guesses = test.map((one) => classifyWords(model, one.text)[0] ?? { label: '', confidence: 0 });
  const msPerMessage = (performance.now() - start) / test.length;

  const each = [...new Set(test.map((one) => one.label))].sort().map((label) => {
    const meant = test.filter((one) => one.label === label).length;
    const guessed = guesses.filter((guess) => guess.label === label).length;
    const right = test.filter((one, i) => one.label === label && guesses[i]?.label === label).length;
    return { label, meant, precision: right / Math.max(1, guessed), recall: right / meant };
  });
  for (const { label, meant, precision, recall } of each)
    console.log(`${label}: ${meant}, precision ${round(precision, 3)}, recall ${round(recall, 3)}`);
  const f1 = each.map(({ precision: p, recall: r }) => (p + r > 0 ? (2 * p * r) / (p + r) : 0));
  const right = test.filter((one, i) => guesses[i]?.label === one.label).length;
  const covered = guesses.filter((guess) => guess.confidence >= defaultFloor).length;
  console.log(
    JSON.stringify({
      accuracy: round(right / test.length, 4),
      macroF1: round(f1.reduce((sum, one) => sum + one, 0) / f1.length, 4),
      coverage: round(covered / test.length, 4),
      msPerMessage: round(msPerMessage, 3),
      trainSeconds: round(trainSeconds, 1),
    }),
  );
});

async function readBoth(paths: readonly string[]): Promise<{ train: Labelled[]; test: Labelled[] }> {
  const hard = paths[0] === '--hard';
  const [trainPath, testPath] = hard ? [] : paths;
  if (trainPath === undefined) {
    console.log('no files given: messages are generated, so these figures say nothing about real ones');
    const messages = hard ? hardMessages(9000, 7000, 1) : madeMessages(9000, 1);
    return { train: messages.slice(0, 7000), test: messages.slice(7000) };
  }
  if (testPath === undefined)
    throw new CsvProblem('two files are needed: train.csv test.csv, with the columns text,label');
  return { train: await readLabelled(trainPath), test: await readLabelled(testPath) };
}

async function readLabelled(path: string): Promise<Labelled[]> {
  const rows = await readCsv(path, ['text', 'label']);
  const kept = rows
    .map(({ text, label }) => ({ text, label: label.trim() }))
    .filter((row) => row.label !== '' && row.text.trim() !== '');
  if (kept.length < rows.length)
    console.log(`${path}: ${rows.length - kept.length} rows without text or label are left out`);
  if (kept.length === 0) throw new CsvProblem(`${path}: no row has both text and label`);
  return kept;
}
