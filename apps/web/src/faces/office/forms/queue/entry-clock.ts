let last = Date.now();
/** Longer than this nobody was answering. */
const longest = 600;

/** Seconds from the last saving (or from opening the page) to this one: the server adds them up in groups, never for a person. */
export function secondsSinceLast(): number {
  const now = Date.now();
  const seconds = Math.min(longest, Math.round((now - last) / 1000));
  last = now;
  return seconds;
}
