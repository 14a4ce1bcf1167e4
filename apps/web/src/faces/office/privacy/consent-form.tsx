import { Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { useGiveConsent } from '../../../features/privacy/give-consent.ts';
import type { ConsentPurposeView } from '../../../features/privacy/list-consents.ts';
import { useReadText } from '../../../features/use-read-text.ts';
import { ActionForm } from '../actions/action-form.tsx';
import { PhotosInput } from '../actions/photos-input.tsx';

type Values = { channel: 'paper' | 'verbal'; givenBy: 'self' | 'guardian'; evidence?: string; photos?: string[] };
type ConsentFormProps = {
  readonly subjectId: string;
  readonly purpose: ConsentPurposeView;
  readonly onClose: () => void;
};

/** An agreement on paper or by word, with the words that were shown and what proves it. */
export function ConsentForm({ subjectId, purpose, onClose }: ConsentFormProps) {
  const { t } = useTranslation('privacy');
  const read = useReadText();
  const { mutateAsync } = useGiveConsent();
  return (
    <ActionForm<Values>
      title={`${t('paper.give')} · ${read(purpose.name)}`}
      explains={
        <>
          {t('paper.readOut')} <strong>{read(purpose.words)}</strong>
        </>
      }
      submitLabel={t('paper.save')}
      doneWords={t('paper.saved')}
      initialValues={{ channel: 'paper', givenBy: 'self' }}
      onSubmit={({ channel, givenBy, evidence, photos }) =>
        mutateAsync({
          subjectId,
          purpose: purpose.purpose,
          version: purpose.version,
          channel,
          givenBy,
          evidence: evidence ?? '',
          photos: photos ?? [],
        })
      }
      onClose={onClose}
    >
      <Form.Item name="channel" label={t('paper.channel')}>
        <Radio.Group options={(['paper', 'verbal'] as const).map((value) => ({ value, label: t(`paper.${value}`) }))} />
      </Form.Item>
      <Form.Item name="givenBy" label={t('paper.by')}>
        <Radio.Group
          options={(['self', 'guardian'] as const).map((value) => ({ value, label: t(`askers.${value}`) }))}
        />
      </Form.Item>
      <Form.Item
        name="evidence"
        label={t('paper.evidence')}
        extra={t('paper.evidenceHint')}
        dependencies={['photos']}
        rules={[
          ({ getFieldValue }) => ({
            validator: (_, value: string | undefined) =>
              (value ?? '').trim().length >= 2 || (getFieldValue('photos')?.length ?? 0) > 0
                ? Promise.resolve()
                : Promise.reject(new Error(t('paper.needs'))),
          }),
        ]}
      >
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="photos" label={t('paper.photos')}>
        <PhotosInput max={5} />
      </Form.Item>
    </ActionForm>
  );
}
