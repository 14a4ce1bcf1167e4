import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';

export type WordsItemProps = {
  readonly name: 'words' | 'reason';
  readonly label: string;
  readonly hint?: string;
  readonly required?: boolean;
  readonly autoFocus?: boolean;
  readonly max?: number;
  readonly min?: number;
};

/** The words of an action, as long as the contract takes them. */
export function WordsItem({ name, label, hint, required, autoFocus, max = 2000, min }: WordsItemProps) {
  const { t } = useTranslation(['ui', 'office']);
  const rules = [
    ...(required === true ? [{ required: true, whitespace: true, message: t('ui:problem.required', { label }) }] : []),
    ...(min === undefined ? [] : [{ min, message: t('ui:problem.tooShort', { label, min }) }]),
  ];
  return (
    <Form.Item
      name={name}
      label={required === true ? label : `${label}${t('office:optionalMark')}`}
      extra={hint}
      rules={rules}
    >
      <Input.TextArea autoFocus={autoFocus ?? true} autoSize={{ minRows: 3, maxRows: 10 }} maxLength={max} />
    </Form.Item>
  );
}
