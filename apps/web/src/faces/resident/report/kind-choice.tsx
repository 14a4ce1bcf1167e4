import type { CaseTypeDefinition } from '@linli/domain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useReadText } from '../../../features/use-read-text.ts';
import { Choices } from '../../../ui/choices.tsx';
import { Select } from '../../../ui/select.tsx';
import { findCatchAll, type OpenType } from './chosen-type.ts';

export type KindChoiceProps = {
  readonly types: readonly OpenType[];
  readonly suggested: readonly CaseTypeDefinition[];
  readonly chosen: CaseTypeDefinition | undefined;
  readonly error: string | undefined;
  readonly onChoose: (typeCode: string | null) => void;
};

const LIST = 'list';

/** The kinds the words speak of, three at most, then the general one; the whole list is one press further. */
export function KindChoice({ types, suggested, chosen, error, onChoose }: KindChoiceProps) {
  const { t } = useTranslation('resident');
  const read = useReadText();
  const [wantsList, setWantsList] = useState(false);
  const definitions = types.map(({ definition }) => definition);
  const catchAll = findCatchAll(definitions);
  const near = [...suggested, ...(catchAll === undefined ? [] : [catchAll])].filter(
    (each, index, all) => all.findIndex(({ code }) => code === each.code) === index,
  );
  const isNear = chosen === undefined || near.some(({ code }) => code === chosen.code);
  const showsList = wantsList || !isNear || near.length === 0;
  return (
    <>
      <Choices
        required
        id={showsList ? undefined : 'report-kind'}
        kind="one"
        label={suggested.length === 0 ? t('report.kindList') : t('report.kind')}
        hint={chosen?.hint === undefined || showsList ? t('report.kindHint') : read(chosen.hint)}
        error={showsList ? undefined : error}
        values={[showsList ? LIST : (chosen?.code ?? '')]}
        options={[
          ...near.map(({ code, name }) => ({ value: code, label: read(name) })),
          { value: LIST, label: t('report.kindAll') },
        ]}
        onChange={([value]) => {
          setWantsList(value === LIST);
          if (value !== LIST) onChoose(value ?? null);
        }}
      />
      {showsList ? (
        <Select
          required
          id="report-kind"
          label={t('report.kindFrom')}
          error={error}
          value={chosen?.code ?? ''}
          options={definitions.map(({ code, name }) => ({ value: code, label: read(name) }))}
          onChange={(code) => onChoose(code === '' ? null : code)}
        />
      ) : null}
    </>
  );
}
