/** Messages that can wait leave people in peace from 21:00 to 08:00 (`rules.md` 8.3). The zone is +08:00 without summer time. */
const quiet = { fromHour: 21, untilHour: 8 } as const;
const hourMs = 3_600_000;
const zoneMs = 8 * hourMs;
const dayMs = 24 * hourMs;

/** The instant itself where it is loud, else the next 08:00. */
export function nextLoudTime(at: Date): Date {
  const local = at.getTime() + zoneMs;
  const hour = Math.floor((local % dayMs) / hourMs);
  if (hour >= quiet.untilHour && hour < quiet.fromHour) return at;
  const midnight = local - (local % dayMs);
  const morning = midnight + quiet.untilHour * hourMs + (hour >= quiet.fromHour ? dayMs : 0);
  return new Date(morning - zoneMs);
}
