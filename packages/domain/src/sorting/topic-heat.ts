const dayMs = 86_400_000;

/**
 * How hot a topic is: `(n + 3·ln(1 + E)) × (1 + ln(1 + w) / 5)`, where n is the number of messages, E the sum of their
 * endorsements (negative ones count as none), and w the number of different weeks with a message after the first. One loud
 * message does not outweigh many people, and what comes back week after week is hotter than one bad day.
 */
export function topicHeat(messages: readonly { at: Date; endorsements: number }[]): number {
  const endorsed = messages.reduce((sum, one) => sum + Math.max(0, one.endorsements), 0);
  const weeks = new Set(messages.map((one) => Math.floor(one.at.getTime() / (7 * dayMs)))).size;
  const heat = (messages.length + 3 * Math.log(1 + endorsed)) * (1 + Math.log(Math.max(1, weeks)) / 5);
  return Math.round(heat * 100) / 100;
}
