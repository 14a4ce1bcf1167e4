import type { CaseSummary } from '@linli/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcuts } from '../keys/use-shortcuts.ts';

export type ListKeys = {
  readonly rows: readonly Pick<CaseSummary, 'id'>[];
  readonly openId: string | undefined;
  readonly onOpen: (id: string | undefined) => void;
  readonly onSelect?: (id: string) => void;
};

/**
 * `j k` move, Enter opens, `esc` closes. The place is kept by case, not by number, so it stays on its case when rows
 * come in above; while a case is open, moving opens the next one: reading through a list takes one key.
 */
export function useListKeys({ rows, openId, onOpen, onSelect }: ListKeys): [number, (index: number) => void] {
  const { t } = useTranslation('office');
  const [atId, setAtId] = useState<string | undefined>(openId);
  const found = rows.findIndex((row) => row.id === (atId ?? openId));
  // The case may have left this view (dispatched, say): the one that took its place is next.
  const [lastAt, setLastAt] = useState(-1);
  const at = found >= 0 ? found : Math.min(lastAt, rows.length - 1);

  function moveTo(index: number): void {
    const row = rows[Math.max(0, Math.min(rows.length - 1, index))];
    if (row === undefined) return;
    setAtId(row.id);
    setLastAt(rows.indexOf(row));
    if (openId !== undefined) onOpen(row.id);
  }

  const down = () => moveTo(found >= 0 ? at + 1 : Math.max(0, at));
  const openAt = () => {
    const row = rows[at];
    if (row !== undefined) onOpen(row.id);
  };
  const base = { group: 'list' } as const;
  useShortcuts([
    { ...base, keys: 'j', label: t('keys.down'), run: down },
    { ...base, keys: 'k', label: t('keys.up'), run: () => moveTo(at - 1) },
    { ...base, keys: 'arrowdown', label: t('keys.down'), run: down },
    { ...base, keys: 'arrowup', label: t('keys.up'), run: () => moveTo(at - 1) },
    { ...base, keys: 'enter', label: t('keys.open'), run: openAt },
    ...(onSelect === undefined
      ? []
      : [
          {
            ...base,
            keys: 'space',
            label: t('keys.select'),
            run: () => {
              const row = rows[at];
              if (row !== undefined) onSelect(row.id);
            },
          },
        ]),
    ...(openId === undefined ? [] : [{ ...base, keys: 'esc', label: t('keys.close'), run: () => onOpen(undefined) }]),
  ]);

  function setAt(index: number): void {
    setAtId(rows[index]?.id);
    setLastAt(index);
  }
  return [at, setAt];
}
