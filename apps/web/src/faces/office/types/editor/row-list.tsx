import { Button } from 'antd';
import { ArrowDown, ArrowUp, ChevronRight, Plus, Trash2 } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './editor.module.css';
import { moveRow } from './move-row.ts';

export type RowListProps<T> = {
  /** What one row is called: “field”, “rule”. */
  readonly what: string;
  readonly rows: readonly T[];
  readonly onChange: (rows: T[]) => void;
  readonly nameOf: (row: T) => string;
  readonly fresh: () => T;
  readonly most: number;
  readonly children: (row: T, change: (row: T) => void) => ReactNode;
};

/** Rows that can be added, opened, moved and removed, by buttons or keys (Alt with arrows moves the row one stands on). */
export function RowList<T>({ what, rows, onChange, nameOf, fresh, most, children }: RowListProps<T>) {
  const { t } = useTranslation('types');
  const [open, setOpen] = useState<number | null>(null);
  const [focus, setFocus] = useState<number | null>(null);
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    if (focus === null) return;
    list.current?.children[focus]?.querySelector<HTMLElement>('[aria-expanded]')?.focus();
    setFocus(null);
  }, [focus]);

  function move(from: number, step: 1 | -1): void {
    const to = from + step;
    if (to < 0 || to >= rows.length) return;
    onChange(moveRow(rows, from, step));
    if (open === from) setOpen(to);
    else if (open === to) setOpen(from);
    setFocus(to);
  }
  function remove(index: number): void {
    onChange(rows.filter((_row, i) => i !== index));
    setOpen(null);
    setFocus(Math.max(0, index - 1));
  }
  function add(): void {
    onChange([...rows, fresh()]);
    setOpen(rows.length);
    setFocus(rows.length);
  }
  function keys(event: KeyboardEvent, index: number): void {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    move(index, event.key === 'ArrowUp' ? -1 : 1);
  }

  return (
    <div className={styles.rows}>
      {rows.length === 0 ? <p className={styles.note}>{t('noRows', { what })}</p> : null}
      <ol ref={list}>
        {rows.map((row, index) => {
          const name = nameOf(row);
          const isOpen = open === index;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row's own key is edited in it, and a row that is typed in must not be made anew
            <li key={index} className={styles.row}>
              <div className={styles.rowHead}>
                <button
                  type="button"
                  className={styles.rowName}
                  aria-expanded={isOpen}
                  title={t('moveHint')}
                  onClick={() => setOpen(isOpen ? null : index)}
                  onKeyDown={(event) => keys(event, index)}
                >
                  <ChevronRight size={14} aria-hidden="true" data-open={isOpen} />
                  {index + 1}. {name}
                </button>
                <Button
                  size="small"
                  type="text"
                  aria-label={t('moveUp', { name })}
                  disabled={index === 0}
                  icon={<ArrowUp size={14} aria-hidden="true" />}
                  onClick={() => move(index, -1)}
                />
                <Button
                  size="small"
                  type="text"
                  aria-label={t('moveDown', { name })}
                  disabled={index === rows.length - 1}
                  icon={<ArrowDown size={14} aria-hidden="true" />}
                  onClick={() => move(index, 1)}
                />
                <Button
                  size="small"
                  type="text"
                  aria-label={t('remove', { name })}
                  icon={<Trash2 size={14} aria-hidden="true" />}
                  onClick={() => remove(index)}
                />
              </div>
              {isOpen ? (
                <div className={styles.grid}>
                  {children(row, (next) => onChange(rows.map((each, i) => (i === index ? next : each))))}
                </div>
              ) : null}
            </li>
          );
        })}
      </ol>
      <Button size="small" disabled={rows.length >= most} icon={<Plus size={14} aria-hidden="true" />} onClick={add}>
        {t('add', { what })}
      </Button>
    </div>
  );
}
