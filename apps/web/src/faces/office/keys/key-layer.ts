/** One shortcut: `keys` as people press it (`j`, `enter`, `?`, `ctrl+k`), `label` as the help shows it. */
export type Shortcut = {
  readonly keys: string;
  readonly label: string;
  readonly group: ShortcutGroup;
  readonly run: () => void;
};
export type ShortcutGroup = 'everywhere' | 'list' | 'case';

type Registered = () => readonly Shortcut[];

export type KeyLayer = {
  /** Adds shortcuts; the latest added wins where two claim a key. Returns how to take them away again. */
  readonly add: (shortcuts: Registered) => () => void;
  /** What a press finds, or undefined. */
  readonly find: (pressed: string) => Shortcut | undefined;
  /** Everything pressable now, the latest first, each key once. */
  readonly list: () => readonly Shortcut[];
};

/** Keeps the shortcuts of whatever is on the page. No listening here: see `useListenToKeys`. */
export function createKeyLayer(): KeyLayer {
  const sources: Registered[] = [];
  const newestFirst = () => sources.toReversed().flatMap((source) => source());
  return {
    add(shortcuts) {
      sources.push(shortcuts);
      return () => {
        const at = sources.indexOf(shortcuts);
        if (at >= 0) sources.splice(at, 1);
      };
    },
    find: (pressed) => newestFirst().find((each) => each.keys === pressed),
    list() {
      const seen = new Map<string, Shortcut>();
      for (const each of newestFirst()) if (!seen.has(each.keys)) seen.set(each.keys, each);
      return [...seen.values()];
    },
  };
}

const spoken: Readonly<Record<string, string>> = { Escape: 'esc', ' ': 'space' };

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** `j`, `enter`, `ctrl+k`, `?`; null for presses that belong to the browser or to a character being composed. */
export function nameOfPress(press: Press): string | null {
  if (press.altKey || press.key === 'Process' || press.key === 'Dead') return null;
  const key = spoken[press.key] ?? press.key.toLowerCase();
  return press.ctrlKey || press.metaKey ? `ctrl+${key}` : key;
}

/** Letters belong to whoever is typing: in boxes, pickers and editable text only `esc` and `ctrl+…` pass. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  return target.closest('input:not([type=checkbox]):not([type=radio]), textarea, select, [role=combobox]') !== null;
}
