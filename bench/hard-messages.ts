import hard from './hard-matters.json' with { type: 'json' };
import { madeRandom } from './made-random.ts';
import phrases from './sorting-phrases.json' with { type: 'json' };

const labels = Object.keys(phrases.classes) as (keyof typeof phrases.classes)[]; // the keys of the file
const shares = [28, 14, 10, 22, 17, 6, 3];
const wrongLabels = 0.06;
const lostCharacters = 0.08;
/** Of each class every fifth phrase is said only after `from`: words nobody has learned. */
const keptBack = 5;

/**
 * Messages harder to sort than real ones should be: long set phrases, a third of the sentences of another class, lost characters, classes of
 * very different size, wrong labels. From message `newFrom` on, phrases occur that none before has. The same for the same seed.
 */
export function hardMessages(count: number, newFrom: number, seed: number): { text: string; label: string }[] {
  const { pick, random, place } = madeRandom(seed);
  const total = shares.reduce((sum, share) => sum + share, 0);
  const damaged = (text: string) => [...text].filter(() => random() >= lostCharacters).join('');
  return Array.from({ length: count }, (_, n) => {
    const label = pickLabel(random() * total);
    const said = (of: keyof typeof phrases.classes) =>
      pick(phrases.classes[of].filter((_each, i) => n >= newFrom || i % keptBack !== 0));
    const sentence = (i: number) => {
      if (i === 0 || random() < 0.35) return said(label);
      return random() < 0.5 ? said(pick(labels)) : pick([...phrases.common, ...hard.fillers]);
    };
    const body = Array.from({ length: 2 + Math.floor(random() * 8) }, (_each, i) => damaged(sentence(i)));
    const title = random() < 0.75 ? damaged(said(label)) : pick(hard.fillers);
    const opening = random() < 0.6 ? pick(hard.openings) : '';
    const closing = random() < 0.6 ? pick(hard.closings) : '';
    const text = `${place()}${title}\n\t\t${opening}${body.join(pick(['，', '。', '！']))}${closing}`;
    return { text, label: random() < wrongLabels ? pick(labels) : label };
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
