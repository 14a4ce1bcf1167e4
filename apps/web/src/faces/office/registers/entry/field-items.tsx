import { identityDocumentKinds, identityDocumentWords, type RegisterField } from '@linli/domain';
import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { FieldGroup } from '../../../../features/registers/may-fill.ts';
import { useReadText } from '../../../../features/use-read-text.ts';
import { siteToday } from '../../words/site-time.ts';
import styles from '../registers.module.css';
import { checkTyped, documentKindOf } from './check-typed.ts';
import { FieldInput, type TypedValue } from './field-input.tsx';

/** All fields of a noun, by group, as items of the form `fields.<code>`; each says by itself what is wrong with it. */
export function FieldItems({ groups }: { readonly groups: readonly FieldGroup[] }) {
  const { t } = useTranslation('subjects');
  return groups.map(({ group, fields }) => (
    <fieldset key={group} className={styles.group}>
      <legend>{t(`group.${group}`)}</legend>
      <div className={styles.grid}>
        {fields.map((field) => (
          <FieldItem key={field.code} field={field} />
        ))}
      </div>
    </fieldset>
  ));
}

function FieldItem({ field }: { readonly field: RegisterField }) {
  const { t } = useTranslation('registers');
  const read = useReadText();
  const label = read(field.label);
  return (
    <>
      {field.code === 'idNumber' ? <DocumentKindItem /> : null}
      <Form.Item
        name={['fields', field.code]}
        label={label}
        dependencies={field.code === 'idNumber' ? ['documentKind'] : []}
        rules={[
          ({ getFieldValue }) => ({
            validator: (_, value: TypedValue) => {
              const documentKind = documentKindOf(getFieldValue('documentKind'));
              const problem = checkTyped(field, value, { documentKind, today: siteToday(new Date()) });
              return problem === null
                ? Promise.resolve()
                : Promise.reject(new Error(t(`problem.${problem}`, { label })));
            },
            validateTrigger: 'onSubmit',
          }),
        ]}
      >
        <FieldInput field={field} />
      </Form.Item>
    </>
  );
}

/** Which paper the number stands on. */
function DocumentKindItem() {
  const { t } = useTranslation('registers');
  const read = useReadText();
  return (
    <Form.Item name="documentKind" label={t('new.documentKind')} initialValue="resident-id">
      <Select
        options={identityDocumentKinds.map((value) => ({ value, label: read(identityDocumentWords[value]) }))}
        popupMatchSelectWidth={false}
      />
    </Form.Item>
  );
}
