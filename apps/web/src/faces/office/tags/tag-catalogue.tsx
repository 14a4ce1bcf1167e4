import type { TagView } from '@linli/contract';
import { Button, Input, Modal, Switch, Table, type TableColumnsType, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useListTags } from '../../../features/tags/list-tags.ts';
import { useSwitchTag } from '../../../features/tags/switch-tag.ts';
import { useTryTagRule } from '../../../features/tags/try-tag-rule.ts';
import { useMay } from '../shell/use-session.ts';
import { QueryProblem } from '../words/query-problem.tsx';
import { useLocalText } from '../words/use-local-text.ts';
import { TagEditor } from './tag-editor.tsx';
import styles from './tags-page.module.css';
import { TrialResult } from './trial-result.tsx';

/** Every tag with its purpose and its rule in words; whoever keeps it tries and switches it here. */
export function TagCatalogue({ tags }: { readonly tags: readonly TagView[] }) {
  const { t } = useTranslation('tags');
  const local = useLocalText();
  const mayEdit = useMay('tags:edit');
  const [search, setSearch] = useState('');
  const [edited, setEdited] = useState<TagView | 'new' | null>(null);
  const words = search.trim();
  const found = tags.filter((tag) =>
    `${local(tag.name)} ${local(tag.group.name)} ${tag.words.join(' ')}`.includes(words),
  );
  const columns: TableColumnsType<TagView> = [
    {
      key: 'name',
      title: t('tag'),
      width: 220,
      render: (_, tag) => <TagName tag={tag} onEdit={() => setEdited(tag)} />,
    },
    { key: 'group', title: t('group'), width: 140, render: (_, tag) => local(tag.group.name) },
    {
      key: 'rule',
      title: t('rule'),
      render: (_, tag) => <TagRule tag={tag} />,
    },
    { key: 'purpose', title: t('purpose'), width: 240, render: (_, tag) => local(tag.purpose) },
    {
      key: 'level',
      title: t('sensitivity'),
      width: 100,
      render: (_, tag) => <Tag>{t(`sensitivities.${tag.sensitivity}`)}</Tag>,
    },
    { key: 'on', title: t('inForce'), width: 150, render: (_, tag) => <TagSwitch tag={tag} /> },
  ];
  return (
    <>
      <div className={styles.head}>
        <Input.Search
          className={styles.search ?? ''}
          aria-label={t('searchTags')}
          placeholder={t('searchTags')}
          allowClear
          value={search}
          onChange={({ target }) => setSearch(target.value)}
        />
        {mayEdit ? (
          <Button type="primary" onClick={() => setEdited('new')}>
            {t('newTag')}
          </Button>
        ) : null}
      </div>
      {edited === null ? null : (
        <TagEditor
          // Found at once in the long list: it is tried and switched on there.
          onSaved={setSearch}
          key={edited === 'new' ? 'new' : edited.id}
          tag={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
        />
      )}
      <Table<TagView>
        size="small"
        rowKey="id"
        columns={columns}
        dataSource={found}
        pagination={{ pageSize: 30, showSizeChanger: false }}
      />
    </>
  );
}

function TagName({ tag, onEdit }: { readonly tag: TagView; readonly onEdit: () => void }) {
  const { t } = useTranslation('tags');
  const name = useLocalText()(tag.name);
  if (tag.pack !== null) return name;
  return (
    <div className={styles.names}>
      {tag.mayEdit ? (
        <Button
          type="link"
          size="small"
          className={styles.edit ?? ''}
          aria-label={t('editOf', { name })}
          onClick={onEdit}
        >
          {name}
        </Button>
      ) : (
        name
      )}
      <span className={styles.note}>{t('ofArea', { area: tag.areaName })}</span>
    </div>
  );
}

function TagRule({ tag }: { readonly tag: TagView }) {
  const { t } = useTranslation('tags');
  const local = useLocalText();
  if (tag.ruleWords !== null) return local(tag.ruleWords);
  return tag.expiryDays === null ? t('byHandOpen') : t('byHand', { count: tag.expiryDays });
}

function TagSwitch({ tag }: { readonly tag: TagView }) {
  const { t } = useTranslation('tags');
  const local = useLocalText();
  const turn = useSwitchTag();
  const trial = useTryTagRule();
  const list = useListTags({}, { enabled: false });
  if (!tag.mayEdit) return tag.on ? t('on') : t('off');
  const [noun] = tag.nouns;
  return (
    <div className={styles.stack}>
      <span className={styles.line}>
        <Switch
          aria-label={t('switchOf', { name: local(tag.name) })}
          checked={tag.on}
          disabled={!tag.on && !tag.tried}
          loading={turn.isPending}
          onChange={(on) => turn.mutate({ tagId: tag.id, on, version: tag.version })}
        />
        {tag.rule !== null && noun !== undefined ? (
          <Button
            size="small"
            loading={trial.isPending}
            onClick={() =>
              trial.mutate({ tagId: tag.id, noun, areaId: tag.areaId }, { onSuccess: () => void list.refetch() })
            }
          >
            {t('try')}
          </Button>
        ) : null}
      </span>
      {tag.on || tag.tried ? null : <span className={styles.note}>{t('tryFirst')}</span>}
      {trial.data === undefined ? null : (
        <Modal open title={local(tag.name)} footer={null} width={640} onCancel={() => trial.reset()}>
          <TrialResult trial={trial.data} />
        </Modal>
      )}
      {trial.error === null ? null : <QueryProblem error={trial.error} onRetry={() => trial.reset()} />}
      {turn.error === null ? null : <QueryProblem error={turn.error} onRetry={() => turn.reset()} />}
    </div>
  );
}
