import type { getReturn, OutputOf } from '@linli/contract';
import { Table, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { useReadText } from '../../../../features/use-read-text.ts';
import styles from '../forms.module.css';
import cells from './cells.module.css';

export type ReturnData = OutputOf<typeof getReturn>;
type Row = ReturnData['rows'][number];
type Cell = Row['cells'][number];
export type OpenedCell = { readonly rowKey: string; readonly at: number; readonly serial: number };
export type ReturnTableProps = { readonly data: ReturnData; readonly onOpen: (cell: OpenedCell) => void };

/** Wide for words, narrow for numbers: by what stands in the first rows. */
function widthOf(rows: readonly Row[], at: number, label: string): number {
  const longest = Math.max(label.length, ...rows.slice(0, 20).map((row) => row.cells[at]?.text?.length ?? 0));
  return Math.min(240, Math.max(72, longest * 14 + 26));
}

/** The rows of a return under the form's own headings; each cell is a button to what stands behind it. */
export function ReturnTable({ data, onOpen }: ReturnTableProps) {
  const { t } = useTranslation('forms');
  const read = useReadText();
  const columns: TableColumnsType<Row> = data.columns.map((head, at) => {
    const label = read(head.label);
    return {
      key: head.key,
      title: label,
      width: widthOf(data.rows, at, label),
      ...(at < 2 ? { fixed: 'start' as const } : {}),
      render: (_, row) => {
        const cell = row.cells[at];
        if (cell === undefined || cell.text === null) return <span className={styles.soft}>{t('cell.hidden')}</span>;
        // Nothing stands behind it for this reader.
        if (cell.state === 'withheld') return <span className={styles.soft}>{cell.text}</span>;
        const text = cellText(cell, {
          missing: t('mark.missing'),
          unknown: t('mark.unknown'),
          restricted: t('mark.restricted'),
        });
        return (
          <button
            type="button"
            className={cells.cell}
            data-state={cell.state}
            title={cell.text}
            aria-label={t('cell.open', {
              label,
              serial: row.serial,
              text,
            })}
            onClick={() => onOpen({ rowKey: row.key, at, serial: row.serial })}
          >
            {text}
          </button>
        );
      },
    };
  });
  return (
    <Table<Row>
      size="small"
      rowKey="key"
      columns={columns}
      dataSource={[...data.rows]}
      pagination={false}
      scroll={{ x: 'max-content' }}
      bordered
    />
  );
}

function cellText(cell: Cell, words: { missing: string; unknown: string; restricted: string }): string {
  if (cell.state === 'missing' || cell.state === 'gap') return words.missing;
  if (cell.state === 'unknown' || cell.state === 'restricted') return words[cell.state];
  return cell.text ?? '';
}
