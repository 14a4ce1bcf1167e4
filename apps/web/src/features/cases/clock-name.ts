import type { LocalText } from '@linli/domain';

type Clocked = { readonly stage: { readonly name: LocalText } | null };

/** What a clock is called: that of a stage by the stage it stands at, others (and one of a stage left behind) by their own name. */
export function clockName(
  clock: string,
  { stage }: Clocked,
  words: { readonly read: (text: LocalText) => string; readonly own: string },
): string {
  return clock === 'stage' && stage !== null ? words.read(stage.name) : words.own;
}
