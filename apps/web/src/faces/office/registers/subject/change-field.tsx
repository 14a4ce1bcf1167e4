import { findRegisterField, identityDocumentKinds, identityDocumentWords } from '@linli/domain';
import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChangeFields } from '../../../../features/registers/change-fields.ts';
import { useFieldWords } from '../../../../features/registers/use-field-words.ts';
import { useReadText } from '../../../../features/use-read-text.ts';
import { ActionForm } from '../../actions/action-form.tsx';
import { WordsItem } from '../../actions/words-item.tsx';
import { DayInput } from '../../words/day-input.tsx';
import { siteToday } from '../../words/site-time.ts';
import { checkTyped, documentKindOf } from '../entry/check-typed.ts';
import { FieldInput, type TypedValue } from '../entry/field-input.tsx';
import { atFormItems } from '../entry/new-values.ts';
import type { FieldView, SubjectDetail } from './subject-detail.ts';

type Values = { value?: TypedValue; documentKind?: string; since?: string; reason?: string };
export type ChangeFieldProps = {
  readonly detail: SubjectDetail;
  readonly field: FieldView;
  readonly onClose: () => void;
};

/** A new value of a field, or, where another body owns it, a request to that body. Empty takes the value away. */
export function ChangeField({ detail, field, onClose }: ChangeFieldProps) {
  const { t } = useTranslation('registers');
  const words = useFieldWords();
  const read = useReadText();
  const { mutateAsync } = useChangeFields();
  const { id: subjectId, noun, revision } = detail.subject;
  const known = findRegisterField(noun, field.code);
  if (known === undefined) return null;
  const label = words.label(noun, field.code);
  const isAsked = field.can.edit === 'ask';
  const now = siteToday(new Date());

  async function submit({ value, documentKind, since, reason }: Values): Promise<void> {
    const entry = {
      code: field.code,
      value: value ?? null,
      ...(since === undefined || since === '' ? {} : { since }),
      ...(field.code === 'idNumber' && documentKind !== undefined ? { documentKind } : {}),
    };
    try {
      await mutateAsync({ subjectId, revision, fields: [entry], reason: reason ?? '' });
    } catch (error) {
      throw atFormItems(error, () => 'value');
    }
  }

  return (
    <ActionForm<Values>
      title={t(isAsked ? 'field.askTitle' : 'field.changeTitle', { label })}
      explains={isAsked ? t('field.askExplains', { owner: words.owner(field.owner) }) : t('field.changeExplains')}
      submitLabel={t(isAsked ? 'field.askSubmit' : 'field.changeSubmit')}
      doneWords={t(isAsked ? 'field.asked' : 'field.changed')}
      initialValues={{ ...(field.value === null || field.masked ? {} : { value: field.value }), since: now }}
      onSubmit={submit}
      onClose={onClose}
    >
      {field.code === 'idNumber' ? (
        <Form.Item<Values> name="documentKind" label={t('new.documentKind')} initialValue="resident-id">
          <Select
            options={identityDocumentKinds.map((value) => ({ value, label: read(identityDocumentWords[value]) }))}
          />
        </Form.Item>
      ) : null}
      <Form.Item<Values>
        name="value"
        label={label}
        extra={field.value === null ? undefined : t('field.emptyTakesAway')}
        rules={[
          ({ getFieldValue }) => ({
            validator: (_, value: TypedValue) => {
              const documentKind = documentKindOf(getFieldValue('documentKind'));
              const problem = checkTyped(known, value, { documentKind, today: now });
              return problem === null
                ? Promise.resolve()
                : Promise.reject(new Error(t(`problem.${problem}`, { label })));
            },
          }),
        ]}
      >
        <FieldInput field={known} autoFocus />
      </Form.Item>
      <Form.Item<Values> name="since" label={t('field.since')}>
        <DayInput max={now} />
      </Form.Item>
      {isAsked ? (
        <WordsItem name="reason" required autoFocus={false} min={2} max={200} label={t('field.reason')} />
      ) : null}
    </ActionForm>
  );
}
