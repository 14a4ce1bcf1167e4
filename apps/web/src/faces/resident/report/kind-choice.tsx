import type { CaseTypeDefinition } from '@linli/domain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useReadText } from '../../../features/use-read-text.ts';
import { Choices } from '../../../ui/choices.tsx';
import { Select } from '../../../ui/select.tsx';
import type { OpenType } from './chosen-type.ts';

export type KindChoiceProps = {
  readonly types: readonly OpenType[];
  readonly suggested: readonly CaseTypeDefinition[];
  readonly chosen: CaseTypeDefinition | undefined;
  readonly error: string | undefined;
  readonly onChoose: (typeCode: string | null) => void;
};

const OTHER = 'other';

/** The kinds the words speak of, three at most, and 其他 with the whole list behind it. */
export function KindChoice({ types, suggested, chosen, error, onChoose }: KindChoiceProps) {
  const { t } = useTranslation('resident');
  const read = useReadText();
  const [asksOther, setAsksOther] = useState(false);
  const isListed = chosen === undefined || suggested.some(({ code }) => code === chosen.code);
  const isOther = asksOther || !isListed;
  const options = types
    .map(({ definition }) => ({ value: definition.code, label: read(definition.name) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, 'zh-CN'));

  const list = (
    <Select
      required
      id="report-kind"
      label={t('report.kindList')}
      error={error}
      value={chosen?.code ?? ''}
      options={options}
      onChange={(code) => onChoose(code === '' ? null : code)}
    />
  );
  if (suggested.length === 0) return list;
  const hint = chosen?.hint === undefined ? t('report.kindHint') : read(chosen.hint);
  return (
    <>
      <Choices
        required
        id={isOther ? undefined : 'report-kind'}
        kind="one"
        label={t('report.kind')}
        hint={isOther ? undefined : hint}
        error={isOther ? undefined : error}
        values={[isOther ? OTHER : (chosen?.code ?? '')]}
        options={[
          ...suggested.map(({ code, name }) => ({ value: code, label: read(name) })),
          { value: OTHER, label: t('report.kindOther') },
        ]}
        onChange={([value]) => {
          setAsksOther(value === OTHER);
          onChoose(value === OTHER || value === undefined ? null : value);
        }}
      />
      {isOther ? list : null}
    </>
  );
}
