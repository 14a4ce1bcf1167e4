import { useState } from 'react';
import { readPreference, writePreference } from '../../../ui/preference.ts';
import { type ColumnName, columnNames, defaultColumns } from './case-columns.tsx';

/** Which columns the list shows: chosen once, kept on this machine. */
export function useColumnChoice(): [readonly ColumnName[], (columns: readonly ColumnName[]) => void] {
  const [columns, setColumns] = useState(readColumns);
  return [
    columns,
    (next) => {
      setColumns(next);
      writePreference('office-columns', next.join());
    },
  ];
}

function readColumns(): readonly ColumnName[] {
  const kept = (readPreference('office-columns') ?? '').split(',');
  const known = columnNames.filter((name) => kept.includes(name));
  return known.length === 0 ? defaultColumns : known;
}
