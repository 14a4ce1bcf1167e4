import type { AreaGroup } from '@linli/contract';
import { App, Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useListAreaGroups } from '../../../features/places/list-area-groups.ts';
import { useSaveAreaGroup } from '../../../features/places/save-area-group.ts';
import { Empty, Skeleton } from '../../../ui/state-views.tsx';
import { readRefusal } from '../actions/read-refusal.ts';
import { QueryProblem } from '../words/query-problem.tsx';
import { GroupForm } from './group-form.tsx';
import styles from './stages.module.css';

export type GroupsDialogProps = { readonly mayEdit: boolean; readonly onClose: () => void };

/** Joint communities: which there are, of which areas; new, changed or ended here. */
export function GroupsDialog({ mayEdit, onClose }: GroupsDialogProps) {
  const { t } = useTranslation(['stages', 'common']);
  const { modal, message } = App.useApp();
  const { data, error, isPending, refetch } = useListAreaGroups({});
  const { mutateAsync } = useSaveAreaGroup();
  const [editing, setEditing] = useState<AreaGroup | 'new' | null>(null);

  function end(group: AreaGroup): void {
    modal.confirm({
      title: t('stages:groups.endTitle', { name: group.name }),
      content: t('stages:groups.endBody'),
      okText: t('stages:groups.end'),
      okButtonProps: { danger: true },
      cancelText: t('common:action.cancel'),
      onOk: async () => {
        try {
          await mutateAsync({
            groupId: group.id,
            name: group.name,
            areaIds: group.areas.map(({ id }) => id),
            ended: true,
          });
          message.success(t('stages:groups.ended'));
        } catch (cause) {
          message.error(readRefusal(cause, t('stages:groups.failed')).message);
        }
      },
    });
  }

  return (
    <Modal open title={t('stages:groups.title')} onCancel={onClose} footer={null} width={640}>
      <p className={styles.soft}>{t('stages:groups.explains')}</p>
      {isPending ? <Skeleton rows={3} /> : null}
      {error !== null && data === undefined ? <QueryProblem error={error} onRetry={() => void refetch()} /> : null}
      {data?.groups.length === 0 ? (
        <Empty title={t('stages:groups.emptyTitle')} body={t('stages:groups.emptyBody')} />
      ) : null}
      <ul className={styles.answers}>
        {data?.groups.map((group) => (
          <li key={group.id} className={styles.head}>
            <span>
              <strong>{group.name}</strong>
              <p className={styles.soft}>{group.areas.map(({ name }) => name).join(t('common:listJoin'))}</p>
            </span>
            {mayEdit ? (
              <span className={styles.ways}>
                <Button size="small" onClick={() => setEditing(group)}>
                  {t('stages:groups.edit')}
                </Button>
                <Button size="small" danger onClick={() => end(group)}>
                  {t('stages:groups.end')}
                </Button>
              </span>
            ) : null}
          </li>
        ))}
      </ul>
      {mayEdit ? (
        <Button type="primary" style={{ marginTop: 12 }} onClick={() => setEditing('new')}>
          {t('stages:groups.add')}
        </Button>
      ) : null}
      {editing === null ? null : (
        <GroupForm group={editing === 'new' ? undefined : editing} onClose={() => setEditing(null)} />
      )}
    </Modal>
  );
}
