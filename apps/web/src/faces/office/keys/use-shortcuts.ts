import { createContext, use, useEffect, useRef } from 'react';
import { createKeyLayer, isTyping, type KeyLayer, nameOfPress, type Shortcut } from './key-layer.ts';

/** One layer for the page; replaced in tests. */
export const KeyLayerContext = createContext<KeyLayer>(createKeyLayer());

/** The shortcuts hold while the component is on the page; `run` always sees the latest render. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const layer = use(KeyLayerContext);
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });
  useEffect(() => layer.add(() => latest.current), [layer]);
}

/** Listens for the whole page; once, in the shell. A dialog that is open has the keyboard to itself. */
export function useListenToKeys(): void {
  const layer = use(KeyLayerContext);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || isDialogOpen()) return;
      const name = nameOfPress(event);
      if (name === null) return;
      if (isTyping(event.target) && !name.startsWith('ctrl+')) return;
      // Enter and the space bar belong to a focused button or link.
      if ((name === 'enter' || name === 'space') && isControl(event.target)) return;
      const found = layer.find(name);
      if (found === undefined) return;
      event.preventDefault();
      found.run();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, [layer]);
}

function isDialogOpen(): boolean {
  const dialogs = document.querySelectorAll('[role=dialog][aria-modal=true], dialog[open], .ant-image-preview');
  return [...dialogs].some((dialog) => dialog.getClientRects().length > 0);
}

function isControl(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('button, a, summary, [role=button], [role=switch]') !== null;
}
