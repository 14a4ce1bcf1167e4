// biome-ignore-all lint/a11y/useSemanticElements: rows are drawn only where one looks, which a <table> cannot be
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid keeps the focus and names its row (aria-activedescendant)
// biome-ignore-all lint/a11y/useKeyWithClickEvents: j, k and Enter do what clicks do
import type { SubjectNoun } from '@linli/domain';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type FieldWords, useFieldWords } from '../../../../features/registers/use-field-words.ts';
import styles from '../../inbox/case-table.module.css';
import type { SubjectColumn } from './subject-columns.ts';
import type { SubjectRow } from './use-subject-pages.ts';

const ROW_PX = 32;

export type SubjectTableProps = {
  readonly noun: SubjectNoun;
  readonly rows: readonly SubjectRow[];
  readonly columns: readonly SubjectColumn[];
  /** The row the keyboard is on. */
  readonly at: number;
  readonly hasMore: boolean;
  readonly onAt: (index: number) => void;
  readonly onOpen: (row: SubjectRow) => void;
  readonly onNearEnd: () => void;
};

/** Rows of a register, 32 px each, drawn only where one looks; the header stays. */
export function SubjectTable(props: SubjectTableProps) {
  const { noun, rows, columns, at, hasMore, onAt, onOpen, onNearEnd } = props;
  const { t } = useTranslation('registers');
  const words = useFieldWords();
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 12,
  });
  const visible = virtual.getVirtualItems();
  const last = visible.at(-1)?.index ?? 0;

  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at, { align: 'auto' });
  }, [at, virtual]);
  useEffect(() => {
    if (hasMore && rows.length > 0 && last >= rows.length - 20) onNearEnd();
  }, [hasMore, last, rows.length, onNearEnd]);

  return (
    <div
      ref={scroller}
      role="grid"
      tabIndex={0}
      aria-label={t('list.label')}
      aria-rowcount={hasMore ? -1 : rows.length + 1}
      aria-activedescendant={at >= 0 && rows[at] !== undefined ? `subject-${rows[at].id}` : undefined}
      className={styles.table}
      // A custom property, which React's type does not know.
      style={{ '--tracks': columns.map((column) => column.track).join(' ') } as CSSProperties}
    >
      <div role="row" className={styles.head} aria-rowindex={1}>
        {columns.map((column) => (
          <span key={keyOf(column)} role="columnheader">
            {column.kind === 'field' ? words.label(noun, column.code) : t(`column.${column.kind}`)}
          </span>
        ))}
      </div>
      <div role="rowgroup" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {visible.map((item) => {
          const row = rows[item.index];
          if (row === undefined) return null;
          return (
            <div
              key={row.id}
              id={`subject-${row.id}`}
              role="row"
              aria-rowindex={item.index + 2}
              data-at={item.index === at}
              className={styles.row}
              style={{ transform: `translateY(${item.start}px)` }}
              onClick={() => {
                onAt(item.index);
                onOpen(row);
              }}
            >
              {columns.map((column) => (
                <span key={keyOf(column)} role="gridcell" className={styles.cell}>
                  <Cell column={column} row={row} words={words} />
                </span>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function keyOf(column: SubjectColumn): string {
  return column.kind === 'field' ? column.code : column.kind;
}

function Cell({
  column,
  row,
  words,
}: {
  readonly column: SubjectColumn;
  readonly row: SubjectRow;
  readonly words: FieldWords;
}) {
  const { t } = useTranslation(['registers', 'subjects', 'common']);
  switch (column.kind) {
    case 'name':
      return row.name;
    case 'sort':
      return words.kind(row.kind);
    case 'home':
      return row.homeName ?? t('common:nothing');
    case 'area':
      return row.areas.at(-1)?.name ?? t('common:nothing');
    case 'since':
      return row.since ?? t('common:nothing');
    case 'state':
      return t(`subjects:state.${row.state}`);
    case 'field': {
      const value = row.fields[column.code];
      return value === undefined ? t('common:nothing') : words.value(row.noun, column.code, value);
    }
  }
}
