import type { SubjectNoun } from '@linli/domain';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useListSubjects } from '../../../../features/registers/list-subjects.ts';
import { useSession } from '../../shell/use-session.ts';

export type SubjectSelectProps = {
  readonly noun: SubjectNoun;
  readonly id?: string;
  readonly value?: string | undefined;
  readonly onChange?: (subjectId: string | undefined) => void;
  readonly label?: string;
  /** Shown before one has typed: the one that is chosen already. */
  readonly known?: { readonly id: string; readonly name: string } | undefined;
  readonly autoFocus?: boolean;
};

/** One subject of a noun, found by any part of its name within the reader's own area. */
export function SubjectSelect({ noun, id, value, onChange, label, known, autoFocus }: SubjectSelectProps) {
  const { t } = useTranslation('registers');
  const { posts } = useSession();
  const [words, setWords] = useState('');
  const areaId = posts.find((post) => post.areaLevel > 1)?.areaId;
  const { data, isFetching } = useListSubjects(
    { noun, limit: 20, words, ...(areaId === undefined ? {} : { areaId }) },
    { enabled: words !== '', keepPrevious: true, staleTimeMs: 60_000 },
  );
  const found = words === '' ? [] : (data?.subjects ?? []);
  const options = [
    ...(known === undefined || found.some((row) => row.id === known.id)
      ? []
      : [{ value: known.id, label: known.name }]),
    ...found.map((row) => ({ value: row.id, label: lineOf(row) })),
  ];
  return (
    <Select<string | undefined>
      {...(id === undefined ? {} : { id })}
      {...(label === undefined ? {} : { 'aria-label': label })}
      value={value}
      onChange={(next) => onChange?.(next)}
      autoFocus={autoFocus === true}
      allowClear
      showSearch={{ filterOption: false, onSearch: (typed) => setWords(typed.trim()) }}
      loading={isFetching}
      placeholder={t(`find.${noun}`)}
      notFoundContent={words === '' ? t('find.type') : t('find.none')}
      style={{ width: '100%' }}
      options={options}
    />
  );
}

function lineOf({ noun, name, homeName }: { noun: SubjectNoun; name: string; homeName: string | null }): string {
  return noun === 'home' || homeName === null ? name : `${name} · ${homeName}`;
}
