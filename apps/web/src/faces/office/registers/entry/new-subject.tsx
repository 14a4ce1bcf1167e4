import type { SubjectNoun } from '@linli/domain';
import { useNavigate } from '@tanstack/react-router';
import { Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAddSubject } from '../../../../features/registers/add-subject.ts';
import { fieldGroupsFor } from '../../../../features/registers/may-fill.ts';
import { subjectKinds } from '../../../../features/registers/subject-kinds.ts';
import { useFieldWords } from '../../../../features/registers/use-field-words.ts';
import { ActionForm } from '../../actions/action-form.tsx';
import { HeldBack } from '../../actions/read-refusal.ts';
import { useSession } from '../../shell/use-session.ts';
import { DayInput } from '../../words/day-input.tsx';
import { siteToday } from '../../words/site-time.ts';
import styles from '../registers.module.css';
import { FieldItems } from './field-items.tsx';
import { type Like, useFindLike } from './find-like.ts';
import { LikeNotice } from './like-notice.tsx';
import { atFormItems, fieldItems, type NewValues, newSubjectInput } from './new-values.ts';
import { PlaceItems } from './place-items.tsx';

/** A new entry of one register. Whoever seems to be there already is shown before anything is saved. */
export function NewSubject({ noun, onClose }: { readonly noun: SubjectNoun; readonly onClose: () => void }) {
  const { t } = useTranslation(['registers', 'subjects', 'ui']);
  const { permissions } = useSession();
  const words = useFieldWords();
  const navigate = useNavigate();
  const { mutateAsync } = useAddSubject();
  const findLike = useFindLike(noun);
  const [form] = Form.useForm<NewValues>();
  const [like, setLike] = useState<Like | null>(null);
  const nameLabel = t(`registers:new.name.${noun}`);

  async function submit(values: NewValues): Promise<void> {
    // Seen once, saved the second time: the button then says so.
    if (like === null) {
      const found = await findLike(values);
      if (found.same.length + found.near.length > 0) {
        setLike(found);
        throw new HeldBack(t('registers:new.likeFound'));
      }
    }
    const input = newSubjectInput(noun, values);
    try {
      const { subjectId } = await mutateAsync(input);
      await navigate({ to: '/registers/$subjectId', params: { subjectId } });
    } catch (error) {
      throw atFormItems(error, fieldItems(input.fields ?? []));
    }
  }

  return (
    <ActionForm<NewValues>
      form={form}
      width={920}
      title={t('registers:new.title', { noun: t(`subjects:noun.${noun}`) })}
      explains={t('registers:new.explains')}
      submitLabel={like === null ? t('registers:new.submit') : t('registers:new.submitAnyway')}
      doneWords={t('registers:new.done')}
      initialValues={{ kind: subjectKinds[noun][0], since: siteToday(new Date()) }}
      onSubmit={submit}
      onClose={onClose}
    >
      {like === null ? null : <LikeNotice like={like} onClose={onClose} />}
      <div className={styles.grid}>
        {noun === 'home' ? null : (
          <Form.Item<NewValues>
            name="name"
            label={nameLabel}
            rules={[{ required: true, whitespace: true, message: t('ui:problem.required', { label: nameLabel }) }]}
          >
            <Input autoFocus maxLength={60} autoComplete="off" onChange={() => setLike(null)} />
          </Form.Item>
        )}
        {subjectKinds[noun].length < 2 ? (
          <Form.Item<NewValues> name="kind" hidden>
            <Input />
          </Form.Item>
        ) : (
          <Form.Item<NewValues> name="kind" label={t('registers:column.sort')}>
            <Select options={subjectKinds[noun].map((value) => ({ value, label: words.kind(value) }))} />
          </Form.Item>
        )}
        <Form.Item<NewValues> name="since" label={t('registers:new.since')}>
          <DayInput max={siteToday(new Date())} />
        </Form.Item>
      </div>
      <PlaceItems noun={noun} />
      <FieldItems groups={fieldGroupsFor(noun, permissions)} />
    </ActionForm>
  );
}
