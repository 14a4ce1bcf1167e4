import { leavesOf, type TagExpression } from '@linli/domain';
import { compileQuestion } from '../apps/server/src/modules/registers/tags/index/compile-question.ts';
import { addPosition, type PositionSet } from '../apps/server/src/modules/registers/tags/index/position-set.ts';
import {
  bornNumber,
  createSubjectTable,
  ensureCapacity,
  leafNumber,
  tagSet,
} from '../apps/server/src/modules/registers/tags/index/subject-table.ts';
import { countQuestion } from '../apps/server/src/modules/registers/tags/index/walk-question.ts';

/** Every tag of a draw in proportion, so that none has to be worked out for each of a hundred million. */
const draws = 16_384;

/**
 * The index alone over many more subjects than a street has, made in memory: what it takes to make, its size, and the time of each question,
 * in milliseconds, the second time it is asked.
 */
export function measureInMemory(
  many: number,
  call: { questions: readonly TagExpression[]; today: string; leaves: number },
): { madeMs: number; mebibytes: number; times: number[] } {
  const { questions, today, leaves } = call;
  const before = process.memoryUsage().arrayBuffers;
  const table = createSubjectTable();
  for (let leaf = 0; leaf < leaves; leaf++) leafNumber(table, `m${leaf}`);
  ensureCapacity(table, many);
  const low = Math.min(...questions.flatMap(leavesOf).flatMap((leaf) => ('tag' in leaf ? [leaf.tag] : [])));
  const drawn: PositionSet[] = [];
  for (let n = 0; n < draws; n++) drawn.push(tagSet(table, low - 1 + Math.round(286 ** ((n + 0.5) / draws))));
  const day = bornNumber(20_454);
  const { present, capacity, leaf, born } = table;
  let seed = 1;
  const began = performance.now();
  for (let position = 0; position < many; position++) {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    leaf[position] = ((seed >>> 16) * leaves) >>> 16;
    born[position] = day - (((seed >>> 16) * 36_500) >>> 16);
    addPosition(present.person, position, capacity);
    for (let n = 0; n < 5; n++) {
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
      const set = drawn[seed >>> 18];
      if (set) addPosition(set, position, capacity);
    }
  }
  const madeMs = performance.now() - began;
  const times = [...questions, ...questions].map((expression) => {
    const at = performance.now();
    const question = compileQuestion(expression, { table, today, leavesWithin: () => new Set() });
    countQuestion(question, { base: present.person, used: table.used, leaf, counts: new Int32Array(leaves) });
    return performance.now() - at;
  });
  const mebibytes = Math.round((process.memoryUsage().arrayBuffers - before) / 1_048_576);
  return { madeMs, mebibytes, times: times.slice(questions.length) };
}
