import type { CaseStage, CaseTypeDefinition } from '@linli/domain';
import { useTranslation } from 'react-i18next';
import { useLocalText } from '../../words/use-local-text.ts';
import { Choice, NumberInput, Several } from './inputs.tsx';
import { put } from './put.ts';

type SigningFieldsProps = {
  readonly stage: CaseStage;
  readonly documents: CaseTypeDefinition['documents'];
  readonly onChange: (stage: CaseStage) => void;
};

/** Which paper the parties sign at this stage, and the ways out that wait for it. */
export function SigningFields({ stage, documents, onChange }: SigningFieldsProps) {
  const { t } = useTranslation('types');
  const local = useLocalText();
  const { signing } = stage;
  const papers = documents.map(({ key, name }) => ({ value: key, label: local(name) }));
  const ways = stage.outcomes.map(({ key, label }) => ({ value: key, label: local(label) }));
  const ticks = stage.form
    .filter(({ kind }) => kind === 'boolean')
    .map(({ key, label }) => ({ value: key, label: local(label) }));
  const first = stage.outcomes[0]?.key;
  return (
    <>
      <Choice
        label={t('part.signing')}
        value={signing?.document}
        options={papers}
        onClear={() => onChange(put(stage, 'signing', undefined))}
        onChange={(document) =>
          onChange(put(stage, 'signing', { on: first === undefined ? [] : [first], least: 2, ...signing, document }))
        }
      />
      {signing === undefined ? null : (
        <>
          <Several
            label={t('part.on')}
            value={signing.on}
            options={ways}
            onChange={(on) => onChange(put(stage, 'signing', { ...signing, on }))}
          />
          <NumberInput
            label={t('part.least')}
            value={signing.least}
            min={1}
            max={20}
            onChange={(least) => onChange(put(stage, 'signing', { ...signing, least: least ?? 1 }))}
          />
          <Choice
            label={t('part.paper')}
            value={signing.paper}
            options={ticks}
            onClear={() => onChange(put(stage, 'signing', put(signing, 'paper', undefined)))}
            onChange={(paper) => onChange(put(stage, 'signing', { ...signing, paper }))}
          />
        </>
      )}
    </>
  );
}
