import { findTopics, type Topic, type TopicMessage } from '@linli/domain';
import { compareGroups } from './compare-groups.ts';
import { hardTopicMessages } from './hard-topic-messages.ts';
import { round } from './print-result.ts';
import { CsvProblem, readCsv, runOnCsv } from './sorting-csv.ts';
import { type MadeMessage, madeTopicMessages } from './topic-messages.ts';

/** A file with more rows without a time is not the one that was meant. */
const mostUnread = 0.02;

// Hot topics: npm run bench:topics -- messages.csv (columns id,time,title,text,likes; likes may be missing). Groups with the product's own
// code. The last line is JSON, the hottest first.
await runOnCsv(async () => {
  const path = process.argv[2];
  if (path === undefined)
    console.log('no file given: messages are generated, so these figures say nothing about real ones');
  const made = path === undefined ? madeTopicMessages(4300, 7) : null;
  const messages = made ?? (await readMessages(path ?? ''));
  const began = performance.now();
  const topics = findTopics(messages);
  console.log(
    `${messages.length} messages, ${topics.length} topics, ${round((performance.now() - began) / 1000, 1)} s`,
  );
  if (made) {
    compare(made, topics);
    compareHard();
  }
  for (const topic of topics.slice(0, 10))
    console.log(`${topic.heat}: ${topic.ids.length} × ${topic.title} (${topic.placeWords.join(' ')})`);
  console.log(
    JSON.stringify({
      clusters: topics.map(({ ids, heat, title, from, to }) => ({
        ids,
        heat,
        title,
        from: from.toISOString(),
        to: to.toISOString(),
      })),
    }),
  );
});

async function readMessages(path: string): Promise<TopicMessage[]> {
  const rows = await readCsv(path, ['id', 'time', 'title', 'text'], ['likes']);
  const unread: string[] = [];
  const messages = rows.flatMap((row, i) => {
    const at = readTime(row.time);
    if (!at) {
      unread.push(`row ${i + 2}: "${row.time.slice(0, 40)}"`);
      return [];
    }
    const likes = Number(row.likes.trim().replaceAll(',', '') || 0);
    return [
      {
        id: row.id.trim(),
        title: row.title,
        text: row.text,
        at,
        endorsements: Number.isFinite(likes) ? likes : 0,
      },
    ];
  });
  if (unread.length > rows.length * mostUnread)
    throw new CsvProblem(
      `${path}: ${unread.length} of ${rows.length} times are not times such as 2019/7/18 20:22:11; ${unread[0]}`,
    );
  if (unread.length > 0) console.log(`${path}: left out for want of a time: ${unread.slice(0, 5).join('; ')}`);
  return messages;
}

/** Day and time of day as people and spreadsheets write them, in the site's zone: 2019/7/18 20:22:11, 2019-11-02 10:31, 2019年7月18日, 2019-11-02T10:31:38Z, 43664.8487. */
function readTime(text: string): Date | null {
  const serial = /^[345]\d{4}(?:\.\d+)?$/.test(text.trim()) ? Number(text) : null;
  // Days since 30 December 1899; the zone is eight hours ahead.
  if (serial !== null) return new Date(Math.round((serial - 25_569) * 86_400) * 1000 - 8 * 3_600_000);
  const zoned = /^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/.exec(text.trim());
  const parts = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T\s]+(\d{1,2}):(\d{1,2})(?::(\d{1,2}))?)?/.exec(
    text.trim(),
  );
  if (!zoned && !parts) return null;
  const pad = (i: number) => (parts?.[i] ?? '0').padStart(2, '0');
  const at = new Date(zoned ? text.trim() : `${parts?.[1]}-${pad(2)}-${pad(3)}T${pad(4)}:${pad(5)}:${pad(6)}+08:00`);
  return Number.isNaN(at.getTime()) ? null : at;
}

/** The harder set: what belongs together is known of every message, single ones too. */
function compareHard(): void {
  const hard = hardTopicMessages(4000, 7);
  const groups = findTopics(hard).map((topic) => topic.ids);
  const agreed = compareGroups(new Map(hard.map((one) => [one.id, one.matter])), groups);
  console.log(
    `${hard.length} harder ones: ${Object.entries(agreed)
      .map(([name, value]) => `${name} ${round(value, 3)}`)
      .join(', ')}`,
  );
}

/** For each topic made: the group that holds most of it. */
function compare(made: readonly MadeMessage[], topics: readonly Topic[]): void {
  const topicOf = new Map(made.map((one) => [one.id, one.topic]));
  for (const name of [...new Set(made.flatMap((one) => one.topic ?? []))].sort()) {
    const all = made.filter((one) => one.topic === name).length;
    const held = topics.map((topic) => ({ topic, hits: topic.ids.filter((id) => topicOf.get(id) === name).length }));
    const best = held.sort((a, b) => b.hits - a.hits)[0];
    if (!best) continue;
    console.log(
      `made topic ${name}: ${all}; found ${best.hits} of them in a group of ${best.topic.ids.length}: precision ${round(best.hits / best.topic.ids.length)}, recall ${round(best.hits / all)}`,
    );
  }
}
