/** A text as numbers of terms (ascending) with a weight each. */
interface Row {
  terms: Int32Array;
  weight: Float32Array;
}

const mostHolders = 150;
const fewestHolders = 4;
/** Holders as alike as this on average make a term worth all it can be; the rest in proportion. */
const fullLikeness = 0.16;
const least = 0.03;

/**
 * How much a term says about what a message is about, 0.03 to 1: how alike the titles of the messages are that hold it. A set phrase stands under
 * all kinds of titles, however rare it is; 罐车 stands under titles of one kind even if it is in none of them. Terms of few messages are
 * worth half: nothing is known of them. What the term itself adds to the likeness does not count, or every name would be worth much.
 */
export function worthOfTerms(rows: readonly Row[], titles: readonly Row[], words: readonly string[]): Float32Array {
  const count = words.length;
  const holders: number[][] = Array.from({ length: count }, () => []);
  rows.forEach(({ terms }, i) => {
    for (const term of terms) holders[term]?.push(i);
  });
  const sum = new Float64Array(count);
  const own = new Float64Array(count);
  const worth = new Float32Array(count).fill(0.5);
  holders.forEach((all, term) => {
    if (all.length < fewestHolders) return;
    const step = Math.max(1, all.length / mostHolders);
    const touched: number[] = [];
    let n = 0;
    for (let at = 0; at < all.length; at += step) {
      const title = titles[all[Math.floor(at)] ?? -1];
      if (!title) continue;
      n++;
      title.terms.forEach((other, k) => {
        const value = title.weight[k] ?? 0;
        if (sum[other] === 0) touched.push(other);
        sum[other] = (sum[other] ?? 0) + value;
        own[other] = (own[other] ?? 0) + value * value;
      });
    }
    let squares = 0;
    for (const other of touched) {
      if (!overlap(words[term] ?? '', words[other] ?? '')) squares += (sum[other] ?? 0) ** 2 - (own[other] ?? 0);
      sum[other] = 0;
      own[other] = 0;
    }
    const mean = n > 1 ? squares / (n * (n - 1)) : 0;
    worth[term] = Math.min(1, Math.max(least, mean / fullLikeness));
  });
  return worth;
}

/** 搅拌 and 搅拌站, 拌站 and 搅拌: pieces of one word. */
function overlap(a: string, b: string): boolean {
  return a.includes(b) || b.includes(a) || a.endsWith(b.charAt(0)) || b.endsWith(a.charAt(0));
}
