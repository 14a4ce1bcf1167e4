import type { CaseTypeDefinition } from '@linli/domain';
import { useTranslation } from 'react-i18next';
import { useLocalText } from '../../words/use-local-text.ts';
import type { SectionProps } from './basics-section.tsx';
import styles from './editor.module.css';
import { Choice, LocalTextInput, NumberInput, TextInput, YesNo } from './inputs.tsx';
import { freshKey } from './put.ts';
import { RowList } from './row-list.tsx';

/** Photos, checking, rating. */
export function AfterSection({ type, onChange }: SectionProps) {
  const { t } = useTranslation(['types', 'office']);
  const { evidence, checking, rating } = type;
  return (
    <>
      <NumberInput
        label={t('types:part.report')}
        value={evidence.report}
        min={0}
        max={9}
        onChange={(report) => onChange({ ...type, evidence: { ...evidence, report: report ?? 0 } })}
      />
      <NumberInput
        label={t('types:part.handle')}
        value={evidence.handle}
        min={0}
        max={9}
        onChange={(handle) => onChange({ ...type, evidence: { ...evidence, handle: handle ?? 0 } })}
      />
      <Choice
        label={t('types:part.mode')}
        value={checking.mode}
        options={(['all', 'sample', 'reporter', 'none'] as const).map((value) => ({
          value,
          label: t(`types:checking.${value}`),
        }))}
        onChange={(mode) =>
          onChange({ ...type, checking: { mode, samplePercent: mode === 'sample' ? checking.samplePercent : 100 } })
        }
      />
      {checking.mode === 'sample' ? (
        <NumberInput
          label={t('types:part.samplePercent')}
          value={checking.samplePercent}
          min={0}
          max={100}
          onChange={(percent) => onChange({ ...type, checking: { ...checking, samplePercent: percent ?? 0 } })}
        />
      ) : null}
      <YesNo
        label={t('types:part.enabled')}
        value={rating.enabled}
        onChange={(enabled) => onChange({ ...type, rating: { ...rating, enabled } })}
      />
      <NumberInput
        label={t('types:part.reopenDays')}
        value={rating.reopenDays}
        min={0}
        max={90}
        onChange={(days) => onChange({ ...type, rating: { ...rating, reopenDays: days ?? 0 } })}
      />
      <div className={styles.wide}>
        <h4>{t('office:checklist.title')}</h4>
        <ItemRows type={type} onChange={onChange} />
      </div>
    </>
  );
}

type Item = CaseTypeDefinition['checklist'][number];

function ItemRows({ type, onChange }: SectionProps) {
  const { t } = useTranslation('types');
  const local = useLocalText();
  return (
    <RowList<Item>
      what={t('what.item')}
      rows={type.checklist}
      most={60}
      onChange={(checklist) => onChange({ ...type, checklist })}
      nameOf={(item) => local(item.label)}
      fresh={() => ({
        key: freshKey(
          'item-',
          type.checklist.map(({ key }) => key),
        ),
        label: { zh: t('what.item') },
        kind: 'standard',
        photo: false,
      })}
    >
      {(item, change) => (
        <>
          <LocalTextInput label={t('part.label')} value={item.label} onChange={(label) => change({ ...item, label })} />
          <TextInput label={t('part.key')} value={item.key} mono onChange={(key) => change({ ...item, key })} />
          <YesNo
            label={t('part.standardItem')}
            value={item.kind === 'standard'}
            onChange={(must) => change({ ...item, kind: must ? 'standard' : 'optional' })}
          />
          <YesNo label={t('part.photo')} value={item.photo} onChange={(photo) => change({ ...item, photo })} />
        </>
      )}
    </RowList>
  );
}
