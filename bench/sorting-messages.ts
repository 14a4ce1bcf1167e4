/** Messages of citizens, made up: seven classes, words in common, sentences of other classes and wrong labels, as real ones have. */
import { madeRandom } from './made-random.ts';
import phrases from './sorting-phrases.json' with { type: 'json' };

const labels = Object.keys(phrases.classes) as (keyof typeof phrases.classes)[]; // the keys of the file
const shares = [20, 20, 16, 12, 10, 9, 7];
const wrongLabels = 0.04;
const ownSentences = 0.43;

/** As many messages, the same for the same seed: a title line, wide gaps, greetings, places without names. */
export function madeMessages(count: number, seed: number): { text: string; label: string }[] {
  const { pick, random, place } = madeRandom(seed);
  const total = shares.reduce((sum, share) => sum + share, 0);
  return Array.from({ length: count }, () => {
    const label = pickLabel(random() * total);
    const ours = phrases.classes[label];
    const foreign = () => (random() < 0.45 ? pick(phrases.classes[pick(labels)]) : pick(phrases.common));
    const length = 3 + Math.floor(random() * 9);
    const body = Array.from({ length }, (_, i) =>
      (i === 0 ? random() < 0.9 : random() < ownSentences) ? pick(ours) : foreign(),
    );
    const title = random() < 0.8 ? pick(ours) : pick(phrases.common);
    const gap = random() < 0.5 ? '\n\t\t\t\t\t\t\n\t\t\t\t\t\t' : ' ';
    const words = `${place()}${title}${gap}${pick(phrases.greetings)}${body.map((s) => `${random() < 0.4 ? place() : ''}${s}`).join(pick(['，', '。', '！']))}${pick(phrases.closings)}\n\t\t\t\t`;
    return { text: words, label: random() < wrongLabels ? pick(labels) : label };
  });
}

function pickLabel(at: number): (typeof labels)[number] {
  let sum = 0;
  for (const [i, label] of labels.entries()) {
    sum += shares[i] ?? 0;
    if (at < sum) return label;
  }
  return '城乡建设';
}
