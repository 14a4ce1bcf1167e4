import type { TagExpression } from '@linli/domain';
import { App, Button, Checkbox, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDeleteTagView } from '../../../features/tags/delete-tag-view.ts';
import { useListTagViews } from '../../../features/tags/list-tag-views.ts';
import { useSaveTagView } from '../../../features/tags/save-tag-view.ts';
import { readRefusal } from '../actions/read-refusal.ts';
import { type Question, questionOf } from './question.ts';
import styles from './tags-page.module.css';

/** Kept questions: one’s own and those shared with the site. */
export function ViewsBar(props: {
  readonly question: Question;
  readonly expression: TagExpression | null;
  readonly onOpen: (question: Question) => void;
}) {
  const { question, expression, onOpen } = props;
  const { t } = useTranslation('tags');
  const { message } = App.useApp();
  const { data } = useListTagViews({});
  const save = useSaveTagView();
  const drop = useDeleteTagView();
  const [chosen, setChosen] = useState<string | undefined>();
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const views = (data?.views ?? []).flatMap((view) => {
    const asked = questionOf(view.expression, view.noun, view.level);
    return asked === null ? [] : [{ ...view, asked }];
  });
  const current = views.find(({ id }) => id === chosen);
  return (
    <div className={styles.line}>
      <Select<string>
        className={styles.place ?? ''}
        aria-label={t('views')}
        placeholder={t('views')}
        {...(chosen === undefined ? {} : { value: chosen })}
        onChange={(id) => {
          setChosen(id);
          const view = views.find((each) => each.id === id);
          if (view) onOpen(view.asked);
        }}
        options={views.map((view) => ({
          value: view.id,
          label: view.mine ? view.name : t('sharedBy', { name: view.name, by: view.by }),
        }))}
      />
      {current?.mine ? <Button onClick={() => drop.mutate({ viewId: current.id })}>{t('deleteView')}</Button> : null}
      <Input
        className={styles.name ?? ''}
        aria-label={t('viewName')}
        placeholder={t('viewName')}
        maxLength={40}
        value={name}
        onChange={({ target }) => setName(target.value)}
      />
      <Checkbox checked={shared} onChange={({ target }) => setShared(target.checked)}>
        {t('share')}
      </Checkbox>
      <Button
        disabled={expression === null || name.trim() === ''}
        loading={save.isPending}
        onClick={() => {
          if (expression !== null)
            save.mutate(
              { name, noun: question.noun, level: question.level, expression, shared },
              {
                onSuccess: ({ viewId }) => {
                  setChosen(viewId);
                  setName('');
                  message.success(t('viewSaved'));
                },
                onError: (error) => message.error(readRefusal(error, t('viewNotSaved')).message),
              },
            );
        }}
      >
        {t('saveView')}
      </Button>
    </div>
  );
}
