import { Alert, App, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePublishCaseType } from '../../../../features/cases/publish-case-type.ts';
import { readRefusal } from '../../actions/read-refusal.ts';
import { useLocalText } from '../../words/use-local-text.ts';
import { Labelled } from './inputs.tsx';

export type PublishDialogProps = {
  readonly code: string;
  readonly version: number;
  readonly revision: number;
  readonly running: number;
  readonly onDone: () => void;
  readonly onClose: () => void;
};

/** Asks once more, and why; says that running cases keep their version. */
export function PublishDialog({ code, version, revision, running, onDone, onClose }: PublishDialogProps) {
  const { t } = useTranslation(['types', 'office', 'common']);
  const local = useLocalText();
  const { message } = App.useApp();
  const { mutateAsync, isPending } = usePublishCaseType();
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  async function publish(): Promise<void> {
    try {
      const done = await mutateAsync({ code, from: 'draft', version, revision, note });
      if (!done.published) {
        setProblem(done.problems.map(({ words }) => local(words)).join(t('common:listJoin')));
        return;
      }
      message.success(t('types:published', { version: done.version }));
      onClose();
      onDone();
    } catch (error) {
      setProblem(readRefusal(error, t('office:refusal.unknown')).message);
    }
  }
  return (
    <Modal
      open
      title={t('types:publishTitle', { version: version + 1 })}
      okText={t('types:publish')}
      cancelText={t('common:action.cancel')}
      confirmLoading={isPending}
      onOk={() => void publish()}
      onCancel={onClose}
    >
      <p>{t('types:publishBody', { count: running })}</p>
      <Labelled label={t('types:note')} wide>
        {(id) => (
          <Input.TextArea id={id} maxLength={300} value={note} onChange={(event) => setNote(event.target.value)} />
        )}
      </Labelled>
      {problem === null ? null : <Alert type="error" showIcon role="alert" title={problem} />}
    </Modal>
  );
}
