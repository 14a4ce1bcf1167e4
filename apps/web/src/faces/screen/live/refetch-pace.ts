/** So soon after an event the figures are asked for: the counting has had its moment. */
const FIRST_MS = 350;
/** And not more often than this. */
const PACE_MS = 1000;

export type RefetchPace = {
  /** Something happened: ask soon, and once more afterwards, since counting runs a little behind what happened. */
  nudge(): void;
  stop(): void;
};

/** Asks at most once a second however many events come, and always once more after the last of them. */
export function createRefetchPace(refetch: () => void): RefetchPace {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let owed = 0;

  function run(): void {
    timer = undefined;
    owed -= 1;
    refetch();
    if (owed > 0) timer = setTimeout(run, PACE_MS);
    else timer = setTimeout(rest, PACE_MS);
  }

  /** A second after the last question the next event is answered quickly again. */
  function rest(): void {
    timer = undefined;
    if (owed > 0) run();
  }

  return {
    nudge() {
      owed = 2;
      timer ??= setTimeout(run, FIRST_MS);
    },
    stop() {
      clearTimeout(timer);
      timer = undefined;
      owed = 0;
    },
  };
}
