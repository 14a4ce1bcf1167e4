import { type LocalText, type TimeLimit, timeUnits } from '@linli/domain';
import { Input, InputNumber, Select, Switch } from 'antd';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './editor.module.css';

/** A label above whatever it names; the control gets the id. */
export function Labelled({
  label,
  children,
  wide,
}: {
  readonly label: string;
  readonly children: (id: string) => ReactNode;
  readonly wide?: boolean;
}) {
  const id = useId();
  return (
    <div className={styles.labelled} data-wide={wide === true}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  );
}

export function TextInput(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly wide?: boolean;
  readonly mono?: boolean;
}) {
  return (
    <Labelled label={props.label} wide={props.wide === true}>
      {(id) => (
        <Input
          id={id}
          value={props.value}
          className={props.mono === true ? styles.mono : ''}
          onChange={(event) => props.onChange(event.target.value)}
        />
      )}
    </Labelled>
  );
}

/** A text in both languages; cleared English is left out and falls back to Chinese. */
export function LocalTextInput(props: {
  readonly label: string;
  readonly value: LocalText | undefined;
  readonly onChange: (value: LocalText) => void;
}) {
  const { t } = useTranslation('types');
  const { zh = '', en = '' } = props.value ?? {};
  const set = (next: { zh: string; en: string }) =>
    props.onChange(next.en === '' ? { zh: next.zh } : { zh: next.zh, en: next.en });
  return (
    <>
      <TextInput
        label={t('inChinese', { label: props.label })}
        value={zh}
        onChange={(value) => set({ zh: value, en })}
      />
      <TextInput
        label={t('inEnglish', { label: props.label })}
        value={en}
        onChange={(value) => set({ zh, en: value })}
      />
    </>
  );
}

export function NumberInput(props: {
  readonly label: string;
  readonly value: number | undefined;
  readonly min?: number;
  readonly max?: number;
  readonly onChange: (value: number | undefined) => void;
}) {
  return (
    <Labelled label={props.label}>
      {(id) => (
        <InputNumber
          id={id}
          value={props.value ?? null}
          {...(props.min === undefined ? {} : { min: props.min })}
          {...(props.max === undefined ? {} : { max: props.max })}
          onChange={(value) => props.onChange(value ?? undefined)}
        />
      )}
    </Labelled>
  );
}

export function YesNo(props: {
  readonly label: string;
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
}) {
  return (
    <Labelled label={props.label}>
      {(id) => <Switch id={id} checked={props.value} onChange={(value) => props.onChange(value)} />}
    </Labelled>
  );
}

type Choices<V extends string> = readonly { readonly value: V; readonly label: string }[];

export function Choice<V extends string>(props: {
  readonly label: string;
  readonly value: V | undefined;
  readonly options: Choices<V>;
  readonly onChange: (value: V) => void;
  /** Given where nothing may be chosen. */
  readonly onClear?: () => void;
}) {
  return (
    <Labelled label={props.label}>
      {(id) => (
        <Select<V>
          id={id}
          {...(props.value === undefined ? {} : { value: props.value })}
          options={[...props.options]}
          allowClear={props.onClear !== undefined}
          popupMatchSelectWidth={false}
          showSearch={{ optionFilterProp: 'label' }}
          onChange={(value: V | undefined) => (value === undefined ? props.onClear?.() : props.onChange(value))}
        />
      )}
    </Labelled>
  );
}

/** Several of a list, or words typed freely where there is none. */
export function Several<V extends string>(props: {
  readonly label: string;
  readonly value: readonly V[];
  readonly options?: Choices<V>;
  readonly onChange: (value: V[]) => void;
}) {
  return (
    <Labelled label={props.label} wide>
      {(id) => (
        <Select<V[]>
          id={id}
          mode={props.options === undefined ? 'tags' : 'multiple'}
          value={[...props.value]}
          options={props.options === undefined ? [] : [...props.options]}
          {...(props.options === undefined ? { tokenSeparators: [',', '，', '、'] } : {})}
          onChange={(value) => props.onChange(value)}
        />
      )}
    </Labelled>
  );
}

/** A time limit, or none. */
export function LimitInput(props: {
  readonly label: string;
  readonly value: TimeLimit | undefined;
  readonly onChange: (value: TimeLimit | undefined) => void;
}) {
  const { t } = useTranslation('types');
  const unit = props.value?.unit ?? 'work-day';
  return (
    <Labelled label={props.label}>
      {(id) => (
        <span className={styles.limit}>
          <InputNumber
            id={id}
            min={0.1}
            max={10_000}
            value={props.value?.value ?? null}
            placeholder={t('none')}
            onChange={(value) => props.onChange(value === null ? undefined : { value, unit })}
          />
          <Select<TimeLimit['unit']>
            aria-label={t('unitOf', { label: props.label })}
            value={unit}
            disabled={props.value === undefined}
            options={timeUnits.map((each) => ({ value: each, label: t(`timeUnit.${each}`) }))}
            onChange={(next) => props.value && props.onChange({ ...props.value, unit: next })}
          />
        </span>
      )}
    </Labelled>
  );
}
