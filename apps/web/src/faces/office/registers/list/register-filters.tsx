import { type SubjectNoun, subjectStates } from '@linli/domain';
import { Button, Input, type InputRef, Segmented, Select } from 'antd';
import { List, Map as MapIcon, Plus } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { subjectKinds } from '../../../../features/registers/subject-kinds.ts';
import { useFieldWords } from '../../../../features/registers/use-field-words.ts';
import { useShortcuts } from '../../keys/use-shortcuts.ts';
import { useMay } from '../../shell/use-session.ts';
import { AreaSelect } from '../../words/area-select.tsx';
import styles from '../registers.module.css';
import { type RegistersSearch, withoutNone } from './registers-search.ts';

export type RegisterFiltersProps = {
  readonly noun: SubjectNoun;
  readonly search: RegistersSearch;
  readonly onSearch: (next: RegistersSearch) => void;
  readonly onNew: () => void;
};

/** What the list shows: which register, where, which words; and the button for a new entry. */
export function RegisterFilters({ noun, search, onSearch, onNew }: RegisterFiltersProps) {
  const { t } = useTranslation(['registers', 'subjects', 'office']);
  const words = useFieldWords();
  const mayEdit = useMay('registers:edit');
  const change = (changes: { [K in keyof RegistersSearch]?: RegistersSearch[K] | undefined }) =>
    onSearch(withoutNone({ ...search, ...changes }));
  useShortcuts([
    ...(mayEdit ? [{ keys: 'n', label: t('registers:new.button'), group: 'list' as const, run: onNew }] : []),
    ...subjectOrder.map((each, i) => ({
      keys: String(i + 1),
      label: t(`subjects:noun.${each}`),
      group: 'list' as const,
      run: () => onSearch(nounSearch(search, each)),
    })),
  ]);
  const kinds = subjectKinds[noun];
  return (
    <div className={styles.filters}>
      <Segmented<SubjectNoun>
        aria-label={t('registers:nounLabel')}
        value={noun}
        onChange={(next) => onSearch(nounSearch(search, next))}
        options={subjectOrder.map((value) => ({ value, label: t(`subjects:noun.${value}`) }))}
      />
      <div className={styles.area}>
        <AreaSelect
          value={search.areaId}
          onChange={(areaId) => change({ areaId })}
          allowClear
          label={t('registers:filter.area')}
        />
      </div>
      <WordsBox noun={noun} words={search.words} onWords={(next) => change({ words: next })} />
      {kinds.length < 2 ? null : (
        <Select<string>
          aria-label={t('registers:filter.kind')}
          placeholder={t('registers:filter.kind')}
          value={search.kind ?? null}
          allowClear
          style={{ width: 140 }}
          onChange={(kind) => change({ kind })}
          options={kinds.map((value) => ({ value, label: words.kind(value) }))}
        />
      )}
      <Select
        aria-label={t('registers:filter.state')}
        value={search.state ?? 'active'}
        style={{ width: 110 }}
        onChange={(state) => change({ state: state === 'active' ? undefined : state })}
        options={subjectStates.map((value) => ({ value, label: t(`subjects:state.${value}`) }))}
      />
      <Select
        aria-label={t('office:order.label')}
        value={search.order ?? 'name'}
        style={{ width: 120 }}
        onChange={(order) => change({ order: order === 'changed' ? 'changed' : undefined })}
        options={(['name', 'changed'] as const).map((value) => ({ value, label: t(`registers:order.${value}`) }))}
      />
      {noun === 'asset' || noun === 'entity' ? (
        <Segmented
          aria-label={t('registers:map.switch')}
          value={search.view ?? 'list'}
          onChange={(view) => change({ view: view === 'map' ? 'map' : undefined })}
          options={[
            { value: 'list', label: t('registers:map.list'), icon: <List size={14} aria-hidden="true" /> },
            { value: 'map', label: t('registers:map.map'), icon: <MapIcon size={14} aria-hidden="true" /> },
          ]}
        />
      ) : null}
      {mayEdit ? (
        <Button type="primary" icon={<Plus size={14} aria-hidden="true" />} onClick={onNew}>
          {t('registers:new.button')}
        </Button>
      ) : null}
    </div>
  );
}

/** People first: that is what is looked for most. */
const subjectOrder = ['person', 'household', 'home', 'entity', 'asset'] as const satisfies readonly SubjectNoun[];

/** Another register: place and words stay, what only the old one has goes. */
function nounSearch({ areaId, words }: RegistersSearch, noun: SubjectNoun): RegistersSearch {
  return withoutNone({ noun, areaId, words });
}

type WordsBoxProps = {
  readonly noun: SubjectNoun;
  readonly words: string | undefined;
  readonly onWords: (words: string | undefined) => void;
};

function WordsBox({ noun, words, onWords }: WordsBoxProps) {
  const { t } = useTranslation(['registers', 'office']);
  const box = useRef<InputRef>(null);
  const [typed, setTyped] = useState(words ?? '');
  useEffect(() => setTyped(words ?? ''), [words]);
  useShortcuts([
    { keys: '/', label: t('office:keys.search'), group: 'list', run: () => box.current?.focus({ cursor: 'all' }) },
  ]);
  const hint = noun === 'person' ? t('registers:filter.personWords') : t('registers:filter.words');
  return (
    <Input.Search
      ref={box}
      className={styles.words ?? ''}
      allowClear
      value={typed}
      maxLength={60}
      aria-label={hint}
      placeholder={hint}
      onChange={(event) => setTyped(event.target.value)}
      onSearch={(said) => onWords(said.trim() === '' ? undefined : said.trim())}
      onKeyDown={(event) => {
        if (event.key === 'Escape') event.currentTarget.blur();
      }}
    />
  );
}
