import { App, Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDecideNeed } from '../../../../features/forms/decide-need.ts';
import { useEndNeed } from '../../../../features/forms/end-need.ts';
import { useFetchShared } from '../../../../features/forms/fetch-shared.ts';
import { useMakeNeedKey } from '../../../../features/forms/make-need-key.ts';
import { useFieldWords } from '../../../../features/registers/use-field-words.ts';
import { ActionForm } from '../../actions/action-form.tsx';
import { readRefusal } from '../../actions/read-refusal.ts';
import { useMay, useSession } from '../../shell/use-session.ts';
import styles from '../forms.module.css';
import type { Need } from './need.ts';
import { saveFile, sharedTable } from './shared-table.ts';
import { useServedField } from './use-served-field.ts';

/** What may be done with a need: the street decides it and makes the machine's key; either side ends it. */
export function NeedActs({ need }: { readonly need: Need }) {
  const { t } = useTranslation(['forms', 'office']);
  const { message } = App.useApp();
  const mayDecide = useMay('forms:approve');
  const { posts } = useSession();
  const mayFile = useMay('forms:file');
  const decide = useDecideNeed();
  const end = useEndNeed();
  const makeKey = useMakeNeedKey();
  const fetchAll = useFetchShared();
  const served = useServedField();
  const words = useFieldWords();
  const [deciding, setDeciding] = useState<'approve' | 'refuse' | null>(null);
  const isMine = mayFile && posts.some(({ unitId }) => unitId !== null && unitId === need.unitId);
  const mayEnd = need.state === 'approved' ? isMine || mayDecide : need.state === 'filed' && isMine;

  async function run(act: () => Promise<unknown>, done: string): Promise<void> {
    try {
      await act();
      message.success(done);
    } catch (error) {
      message.error(readRefusal(error, t('office:refusal.unknown')).message);
    }
  }

  async function download(): Promise<void> {
    const { fields, rows } = await fetchAll.mutateAsync({ needId: need.id });
    const said = (field: string, value: (typeof rows)[number]['values'][number]): string => {
      if (value === null) return '';
      return field === 'kind' ? words.kind(String(value)) : words.value(need.noun, field, value);
    };
    const cells = rows.map((row) => fields.map((field, at) => said(field, row.values[at] ?? null)));
    saveFile(
      `${need.purpose}.csv`,
      sharedTable(
        fields.map((field) => served(need.noun, field)),
        cells,
      ),
    );
  }

  return (
    <>
      {mayDecide && need.state === 'filed' ? (
        <>
          <Button size="small" type="primary" onClick={() => setDeciding('approve')}>
            {t('forms:needs.approve')}
          </Button>
          <Button size="small" onClick={() => setDeciding('refuse')}>
            {t('forms:needs.refuse')}
          </Button>
        </>
      ) : null}
      {mayDecide && need.state === 'approved' ? (
        <Button
          size="small"
          loading={makeKey.isPending}
          onClick={() => void run(() => makeKey.mutateAsync({ needId: need.id }), t('forms:needs.keyMade'))}
        >
          {t('forms:needs.makeKey')}
        </Button>
      ) : null}
      {isMine && need.state === 'approved' ? (
        <Button
          size="small"
          type="primary"
          loading={fetchAll.isPending}
          onClick={() => void run(download, t('forms:needs.downloaded'))}
        >
          {t('forms:needs.download')}
        </Button>
      ) : null}
      {mayEnd ? (
        <Button
          size="small"
          loading={end.isPending}
          onClick={() => void run(() => end.mutateAsync({ needId: need.id }), t('forms:needs.endedNow'))}
        >
          {t(need.state === 'filed' ? 'forms:needs.withdraw' : 'forms:needs.end')}
        </Button>
      ) : null}
      {makeKey.data?.key ? (
        <Modal open title={t('forms:needs.keyTitle')} footer={null} onCancel={() => makeKey.reset()}>
          <p>{t('forms:needs.keyOnce')}</p>
          <code className={styles.number}>{makeKey.data.key}</code>
          <p>{t('forms:needs.keyUse')}</p>
          <code className={styles.number}>GET /api/fetch-shared?needId={need.id}</code>
          <br />
          <code className={styles.number}>GET /api/shared-file?needId={need.id}</code>
          <br />
          <code className={styles.number}>authorization: Bearer …</code>
        </Modal>
      ) : null}
      {deciding === null ? null : (
        <ActionForm<{ words: string }>
          title={t(deciding === 'approve' ? 'forms:needs.approve' : 'forms:needs.refuse')}
          submitLabel={t(deciding === 'approve' ? 'forms:needs.approve' : 'forms:needs.refuse')}
          doneWords={t('forms:needs.decided')}
          onSubmit={({ words }) => decide.mutateAsync({ needId: need.id, approve: deciding === 'approve', words })}
          onClose={() => setDeciding(null)}
        >
          <Form.Item
            name="words"
            label={t('forms:needs.words')}
            rules={[{ required: true, min: 2, whitespace: true, message: t('forms:needs.wordsNeeded') }]}
          >
            <Input.TextArea autoFocus autoSize={{ minRows: 2 }} maxLength={300} />
          </Form.Item>
        </ActionForm>
      )}
    </>
  );
}
