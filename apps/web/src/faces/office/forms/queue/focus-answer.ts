const fields = 'input:not([disabled]):not([type=hidden])';

/** Puts the cursor into the answer after (or before) the one it stands in; from outside into the first. */
export function focusAnswer(list: HTMLElement | null, step: 1 | -1): void {
  const all: (Element | null)[] = [...(list?.querySelectorAll(fields) ?? [])];
  const at = all.indexOf(document.activeElement);
  const next = all[at < 0 ? 0 : Math.max(0, at + step)];
  if (next instanceof HTMLElement) next.focus();
  // Leaving the last one is what saves it.
  else if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}
