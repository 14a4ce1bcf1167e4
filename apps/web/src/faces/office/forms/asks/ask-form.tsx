import { askWays } from '@linli/contract';
import { App, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRegisterAsk } from '../../../../features/forms/register-ask.ts';
import { ActionForm } from '../../actions/action-form.tsx';
import { AreaSelect } from '../../words/area-select.tsx';
import { DayInput } from '../../words/day-input.tsx';
import { siteToday } from '../../words/site-time.ts';
import { UnitSelect } from '../../words/unit-select.tsx';
import { useMyCommittee } from '../use-my-committee.ts';

type Values = {
  areaId: string;
  unitId: string;
  way: (typeof askWays)[number];
  words: string;
  headings?: string[];
  askedOn: string;
};

/** Who asks committees for ledgers: departments and stations above, not their own kind nor firms. */
const askingKinds = ['department', 'station'] as const;

/** Registers what somebody asked beside the forms, however it came. */
export function AskForm({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(['forms', 'ui']);
  const { message } = App.useApp();
  const mine = useMyCommittee();
  const { mutateAsync } = useRegisterAsk();
  const required = (label: string) => [{ required: true, message: t('ui:problem.required', { label }) }];

  async function submit({ headings, ...values }: Values): Promise<void> {
    const { known } = await mutateAsync({ ...values, headings: headings ?? [] });
    if (known !== null)
      message.info(t('forms:asks.known', { name: known.name, percent: Math.round(known.share * 100) }), 8);
  }

  return (
    <ActionForm<Values>
      title={t('forms:asks.register')}
      explains={t('forms:asks.registerExplains')}
      submitLabel={t('forms:asks.registerSubmit')}
      doneWords={t('forms:asks.registered')}
      width={600}
      initialValues={{ way: 'message', askedOn: siteToday(new Date()), ...(mine === null ? {} : { areaId: mine.id }) }}
      onSubmit={submit}
      onClose={onClose}
    >
      {mine === null ? (
        <Form.Item name="areaId" label={t('forms:column.committee')} rules={required(t('forms:column.committee'))}>
          <AreaSelect />
        </Form.Item>
      ) : (
        <Form.Item name="areaId" hidden>
          <Input />
        </Form.Item>
      )}
      <Form.Item name="unitId" label={t('forms:column.askedBy')} rules={required(t('forms:column.askedBy'))}>
        <UnitSelect kinds={askingKinds} autoFocus />
      </Form.Item>
      <Form.Item name="way" label={t('forms:asks.way')}>
        <Select options={askWays.map((value) => ({ value, label: t(`forms:askWay.${value}`) }))} />
      </Form.Item>
      <Form.Item
        name="words"
        label={t('forms:asks.words')}
        rules={[{ required: true, min: 4, whitespace: true, message: t('forms:asks.wordsNeeded') }]}
      >
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} />
      </Form.Item>
      <Form.Item name="headings" label={t('forms:asks.headings')} extra={t('forms:asks.headingsHint')}>
        <Select mode="tags" open={false} maxCount={60} tokenSeparators={['、', '，', ',', '\t']} suffixIcon={null} />
      </Form.Item>
      <Form.Item name="askedOn" label={t('forms:column.askedOn')}>
        <DayInput max={siteToday(new Date())} clearable={false} />
      </Form.Item>
    </ActionForm>
  );
}
