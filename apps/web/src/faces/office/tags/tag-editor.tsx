import type { TagView } from '@linli/contract';
import {
  compileRule,
  type SubjectNoun,
  sensitivityOfRule,
  subjectNouns,
  wordsOfFault,
  wordsOfRule,
} from '@linli/domain';
import { Button, Drawer, Form, Input, InputNumber, Segmented, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSaveTag } from '../../../features/tags/save-tag.ts';
import { useTryTagRule } from '../../../features/tags/try-tag-rule.ts';
import { AreaSelect } from '../words/area-select.tsx';
import { QueryProblem } from '../words/query-problem.tsx';
import { useLocalText } from '../words/use-local-text.ts';
import { linesOf, ruleOf, ruleTerms } from './condition.ts';
import { ConditionList } from './condition-list.tsx';
import { draftOf, isReady, savedOf, type TagDraft } from './tag-draft.ts';
import styles from './tags-page.module.css';
import { TrialResult } from './trial-result.tsx';

export type TagEditorProps = {
  readonly tag: TagView | null;
  readonly onSaved: (name: string) => void;
  readonly onClose: () => void;
};

/** Defines a tag, or makes a new version of it: by hand, or by a rule put together from fields and looked at before it is kept. */
export function TagEditor({ tag, onSaved, onClose }: TagEditorProps) {
  const { t } = useTranslation('tags');
  const [draft, setDraft] = useState<TagDraft>(() => draftOf(tag));
  const save = useSaveTag();
  const trial = useTryTagRule();
  const put = (next: Partial<TagDraft>) => {
    trial.reset();
    setDraft((before) => ({ ...before, ...next }));
  };
  const compiled = draft.by === 'rule' && draft.rule !== '' ? compileRule(draft.rule, draft.noun) : null;
  const least = compiled?.ok ? sensitivityOfRule(compiled.node) : 1;
  const ready = isReady(draft) && (draft.by === 'hand' || compiled?.ok === true);
  const setNoun = (noun: SubjectNoun) => put({ noun, conditions: [], rule: '' });
  return (
    <Drawer
      open
      size={720}
      title={t(tag === null ? 'newTag' : 'editTag')}
      onClose={onClose}
      footer={
        <div className={styles.line}>
          <Button
            type="primary"
            disabled={!ready}
            loading={save.isPending}
            onClick={() =>
              save.mutate(savedOf({ ...draft, sensitivity: Math.max(draft.sensitivity, least) }, tag), {
                onSuccess: () => {
                  onSaved(draft.name.trim());
                  onClose();
                },
              })
            }
          >
            {t('saveTag')}
          </Button>
          <span className={styles.note}>{t('saveTagNote')}</span>
        </div>
      }
    >
      <Form layout="vertical" component="div">
        <Form.Item label={t('tagName')} required htmlFor="tag-name">
          <Input
            id="tag-name"
            maxLength={40}
            value={draft.name}
            onChange={({ target }) => put({ name: target.value })}
          />
        </Form.Item>
        <Form.Item label={t('tagPurpose')} required htmlFor="tag-purpose" extra={t('tagPurposeNote')}>
          <Input
            id="tag-purpose"
            maxLength={120}
            value={draft.purpose}
            onChange={({ target }) => put({ purpose: target.value })}
          />
        </Form.Item>
        <div className={styles.line}>
          <Form.Item label={t('tagArea')} required className={styles.place ?? ''}>
            <AreaSelect label={t('tagArea')} value={draft.areaId} onChange={(areaId) => put({ areaId })} />
          </Form.Item>
          <Form.Item label={t('noun')}>
            <Segmented<SubjectNoun>
              aria-label={t('noun')}
              value={draft.noun}
              onChange={setNoun}
              options={subjectNouns.map((noun) => ({ value: noun, label: t(`nouns.${noun}`) }))}
            />
          </Form.Item>
          <Form.Item label={t('setHow')}>
            <Segmented<TagDraft['by']>
              aria-label={t('setHow')}
              value={draft.by}
              onChange={(by) => put({ by })}
              options={(['rule', 'hand'] as const).map((value) => ({ value, label: t(`setBy.${value}`) }))}
            />
          </Form.Item>
        </div>
        {draft.by === 'hand' ? (
          <Form.Item label={t('expiryDays')} htmlFor="tag-expiry">
            <InputNumber<number>
              id="tag-expiry"
              min={1}
              max={3650}
              precision={0}
              value={draft.expiryDays}
              onChange={(expiryDays) => put({ expiryDays })}
            />
          </Form.Item>
        ) : (
          <RuleFields draft={draft} onChange={put} />
        )}
        <Form.Item
          label={t('sensitivity')}
          extra={least > 1 ? t('leastLevel', { level: t(`sensitivities.${least}`) }) : undefined}
        >
          <Select<TagDraft['sensitivity']>
            className={styles.name ?? ''}
            aria-label={t('sensitivity')}
            value={draft.sensitivity < least ? least : draft.sensitivity}
            onChange={(sensitivity) => put({ sensitivity })}
            options={([1, 2, 3, 4] as const).map((value) => ({
              value,
              label: t(`sensitivities.${value}`),
              disabled: value < least,
            }))}
          />
        </Form.Item>
        {draft.by === 'rule' ? (
          <Button
            disabled={compiled?.ok !== true || draft.areaId === undefined}
            loading={trial.isPending}
            onClick={() =>
              draft.areaId !== undefined &&
              trial.mutate({
                rule: draft.rule,
                noun: draft.noun,
                areaId: draft.areaId,
                ...(tag === null ? {} : { tagId: tag.id }),
              })
            }
          >
            {t('tryDraft')}
          </Button>
        ) : null}
        {trial.data === undefined ? null : <TrialResult trial={trial.data} />}
        {trial.error === null ? null : <QueryProblem error={trial.error} onRetry={() => trial.reset()} />}
        {save.error === null ? null : <QueryProblem error={save.error} onRetry={() => save.reset()} />}
      </Form>
    </Drawer>
  );
}

/** Lines that write the rule, or the rule itself where lines cannot say it; its words follow every change. */
function RuleFields({
  draft,
  onChange,
}: {
  readonly draft: TagDraft;
  readonly onChange: (next: Partial<TagDraft>) => void;
}) {
  const { t } = useTranslation('tags');
  const local = useLocalText();
  const compiled = draft.rule === '' ? null : compileRule(draft.rule, draft.noun);
  const write = (next: Pick<TagDraft, 'conditions' | 'joined'>) =>
    onChange({ ...next, rule: ruleOf(next.conditions, next.joined) });
  const rewrite = (rule: string) => {
    const read = compileRule(rule, draft.noun);
    const lines = read.ok ? linesOf(read.node) : null;
    onChange({ rule, conditions: lines?.conditions ?? [], joined: lines?.joined ?? draft.joined });
  };
  return (
    <section className={styles.form} aria-label={t('rule')}>
      <Segmented<TagDraft['joined']>
        aria-label={t('joined')}
        className={styles.own ?? ''}
        value={draft.joined}
        onChange={(joined) => write({ conditions: draft.conditions, joined })}
        options={(['all', 'any'] as const).map((value) => ({ value, label: t(`join.${value}`) }))}
      />
      <ConditionList
        noun={draft.noun}
        terms={ruleTerms(draft.noun)}
        conditions={draft.conditions}
        addLabel={t('addCondition')}
        onChange={(conditions) => write({ conditions, joined: draft.joined })}
      />
      <p className={styles.words} aria-live="polite">
        {compiled === null ? t('noRuleYet') : null}
        {compiled?.ok === true ? local(wordsOfRule(compiled.node, draft.noun)) : null}
        {compiled?.ok === false ? t('ruleFault', { detail: local(wordsOfFault(compiled.error)) }) : null}
      </p>
      <Form.Item label={t('ruleText')} htmlFor="tag-rule" extra={t('ruleTextNote')}>
        <Input.TextArea
          id="tag-rule"
          autoSize={{ minRows: 2, maxRows: 6 }}
          maxLength={1000}
          value={draft.rule}
          onChange={({ target }) => rewrite(target.value)}
        />
      </Form.Item>
    </section>
  );
}
