import { unitKinds } from '@linli/contract';
import {
  type CaseTypeDefinition,
  checkExpression,
  type DispatchRule,
  type DispatchTarget,
  roles,
  roleWords,
} from '@linli/domain';
import { Alert, Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useListUnits } from '../../../../features/org/list-units.ts';
import { isUnitKind } from '../../words/unit-kind.ts';
import { useLocalText } from '../../words/use-local-text.ts';
import styles from './editor.module.css';
import { Choice, Labelled, LocalTextInput, NumberInput, TextInput } from './inputs.tsx';
import { freshKey, put } from './put.ts';
import { RowList } from './row-list.tsx';

type Props = { readonly type: CaseTypeDefinition; readonly onChange: (rules: DispatchRule[]) => void };
const facts = [
  'place.gridKind',
  'place.kind',
  'place.level',
  'place.area',
  'place.hasPoint',
  'channel',
  'urgent',
  'hour',
  'weekday',
] as const;

/** Dispatch rules in their order, each with its condition checked as it is typed. */
export function RuleRows({ type, onChange }: Props) {
  const { t } = useTranslation('types');
  const local = useLocalText();
  return (
    <RowList<DispatchRule>
      what={t('what.rule')}
      rows={type.dispatch}
      most={30}
      onChange={onChange}
      nameOf={(rule) => local(rule.label)}
      fresh={() => ({
        key: freshKey(
          'rule-',
          type.dispatch.map(({ key }) => key),
        ),
        label: { zh: t('what.rule') },
        target: { to: 'desk' },
      })}
    >
      {(rule, change) => (
        <>
          <LocalTextInput label={t('part.label')} value={rule.label} onChange={(label) => change({ ...rule, label })} />
          <TextInput label={t('part.key')} value={rule.key} mono onChange={(key) => change({ ...rule, key })} />
          <TargetInput target={rule.target} onChange={(target) => change({ ...rule, target })} />
          <Condition
            form={type.form}
            value={rule.when ?? ''}
            onChange={(when) => change(put(rule, 'when', when === '' ? undefined : when))}
          />
        </>
      )}
    </RowList>
  );
}

function Condition(props: {
  readonly form: CaseTypeDefinition['form'];
  readonly value: string;
  readonly onChange: (when: string) => void;
}) {
  const { t } = useTranslation('types');
  const fault = props.value === '' ? null : checkExpression(props.value, props.form);
  const names = [...props.form.map(({ key }) => `form.${key}`), ...facts];
  return (
    <div className={styles.wide}>
      <Labelled label={t('part.when')} wide>
        {(id) => (
          <Input.TextArea
            id={id}
            autoSize
            className={styles.mono ?? ''}
            value={props.value}
            placeholder={t('condition.always')}
            status={fault === null ? '' : 'error'}
            aria-describedby={`${id}-fault`}
            maxLength={500}
            onChange={(event) => props.onChange(event.target.value)}
          />
        )}
      </Labelled>
      <div role="status">
        {fault === null ? null : <Alert type="error" showIcon title={t('condition.fault', { fault })} />}
      </div>
      <p className={styles.note}>{t('condition.facts')}</p>
      <ul className={styles.facts}>
        {names.map((name) => (
          <li key={name}>
            <Button
              size="small"
              className={styles.mono ?? ''}
              onClick={() => props.onChange(props.value === '' ? name : `${props.value} ${name}`)}
            >
              {name}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function TargetInput(props: { readonly target: DispatchTarget; readonly onChange: (target: DispatchTarget) => void }) {
  const { t } = useTranslation(['types', 'org']);
  const local = useLocalText();
  const { data } = useListUnits({}, { staleTimeMs: 300_000 });
  const { target, onChange } = props;
  const kinds = unitKinds.map((value) => ({ value, label: t(`org:unitKind.${value}`) }));
  function setTo(to: DispatchTarget['to']): void {
    if (to === 'post') onChange({ to, role: 'grid-worker', level: 4 });
    else if (to === 'pool') onChange({ to, unitKind: 'property-firm' });
    else if (to === 'unit') onChange({ to, unitKind: 'department' });
    else onChange({ to });
  }
  return (
    <>
      <Choice
        label={t('types:part.target')}
        value={target.to}
        options={(['desk', 'post', 'unit', 'pool'] as const).map((value) => ({ value, label: t(`types:to.${value}`) }))}
        onChange={setTo}
      />
      {target.to === 'post' ? (
        <>
          <Choice
            label={t('types:part.role')}
            value={target.role}
            options={roles.map((value) => ({ value, label: local(roleWords[value]) }))}
            onChange={(role) => onChange({ ...target, role })}
          />
          <NumberInput
            label={t('types:part.level')}
            value={target.level}
            min={1}
            max={5}
            onChange={(level) => onChange({ ...target, level: level ?? 4 })}
          />
        </>
      ) : null}
      {target.to === 'unit' ? (
        <Choice
          label={t('types:part.unitKey')}
          value={target.unitKey}
          options={(data?.units ?? []).map((unit) => ({ value: unit.key, label: unit.name }))}
          onClear={() => onChange(put(target, 'unitKey', undefined))}
          onChange={(unitKey) => onChange({ to: 'unit', unitKey })}
        />
      ) : null}
      {(target.to === 'unit' && target.unitKey === undefined) || target.to === 'pool' ? (
        <Choice
          label={t('types:part.unitKind')}
          value={target.unitKind !== undefined && isUnitKind(target.unitKind) ? target.unitKind : undefined}
          options={kinds}
          onChange={(unitKind) => onChange({ ...target, unitKind })}
        />
      ) : null}
    </>
  );
}
