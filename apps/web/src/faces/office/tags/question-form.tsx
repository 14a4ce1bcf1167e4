import type { TagView } from '@linli/contract';
import { subjectNouns } from '@linli/domain';
import { Button, InputNumber, Segmented, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { AreaSelect } from '../words/area-select.tsx';
import { useLocalText } from '../words/use-local-text.ts';
import { questionTerms } from './condition.ts';
import { ConditionList } from './condition-list.tsx';
import type { Question, QuestionPart } from './question.ts';
import styles from './tags-page.module.css';

const mostParts = 8;

export type QuestionFormProps = {
  readonly question: Question;
  readonly tags: readonly TagView[];
  readonly onChange: (question: Question) => void;
};

/** Of whom, with which tags, how old, where, and by which areas the answer is counted. */
export function QuestionForm({ question, tags, onChange }: QuestionFormProps) {
  const { t } = useTranslation('tags');
  const setPart = (next: QuestionPart) =>
    onChange({ ...question, parts: question.parts.map((part) => (part.id === next.id ? next : part)) });
  const add = () => {
    const id = Math.max(0, ...question.parts.map((part) => part.id)) + 1;
    onChange({ ...question, parts: [...question.parts, { id, is: 'any', tags: [] }] });
  };
  const fitting = tags.filter((tag) => tag.on && tag.nouns.includes(question.noun));
  return (
    <section className={styles.form} aria-label={t('question')}>
      <div className={styles.line}>
        <Segmented
          aria-label={t('noun')}
          value={question.noun}
          onChange={(noun) => onChange({ ...question, noun, parts: [{ id: 1, is: 'any', tags: [] }], conditions: [] })}
          options={subjectNouns.map((noun) => ({ value: noun, label: t(`nouns.${noun}`) }))}
        />
        <Segmented
          aria-label={t('level')}
          value={question.level}
          onChange={(level) => onChange({ ...question, level })}
          options={([1, 2, 3, 4] as const).map((level) => ({ value: level, label: t(`levels.${level}`) }))}
        />
      </div>
      {question.parts.map((part, at) => (
        <PartLine
          key={part.id}
          part={part}
          isFirst={at === 0}
          tags={fitting}
          onChange={setPart}
          onRemove={
            question.parts.length === 1
              ? null
              : () => onChange({ ...question, parts: question.parts.filter(({ id }) => id !== part.id) })
          }
        />
      ))}
      <ConditionList
        noun={question.noun}
        terms={questionTerms(question.noun)}
        conditions={question.conditions}
        addLabel={t('addField')}
        before={
          <Button onClick={add} disabled={question.parts.length >= mostParts}>
            {t('addPart')}
          </Button>
        }
        behind={
          <>
            {question.noun === 'person' ? <AgeFields question={question} onChange={onChange} /> : null}
            <div className={styles.place}>
              <AreaSelect
                label={t('place')}
                allowClear
                value={question.placeId ?? undefined}
                onChange={(areaId) => onChange({ ...question, placeId: areaId ?? null })}
              />
            </div>
          </>
        }
        onChange={(conditions) => onChange({ ...question, conditions })}
      />
    </section>
  );
}

function PartLine(props: {
  readonly part: QuestionPart;
  readonly isFirst: boolean;
  readonly tags: readonly TagView[];
  readonly onChange: (part: QuestionPart) => void;
  readonly onRemove: (() => void) | null;
}) {
  const { part, tags, onChange, onRemove } = props;
  const { t } = useTranslation('tags');
  const local = useLocalText();
  const groups = new Map<string, { label: string; options: { value: number; label: string; words: string }[] }>();
  for (const tag of tags) {
    const group = groups.get(tag.group.code) ?? { label: local(tag.group.name), options: [] };
    group.options.push({
      value: tag.id,
      label: local(tag.name),
      words: `${local(tag.name)} ${tag.words.join(' ')} ${local(tag.group.name)}`,
    });
    groups.set(tag.group.code, group);
  }
  return (
    <div className={styles.line}>
      <span className={styles.joint}>{props.isFirst ? t('who') : t('and')}</span>
      <Segmented
        aria-label={t('partIs')}
        value={part.is}
        onChange={(is) => onChange({ ...part, is })}
        options={(['any', 'none'] as const).map((value) => ({ value, label: t(`is.${value}`) }))}
      />
      <Select<number[]>
        mode="multiple"
        className={styles.tags ?? ''}
        aria-label={t('choose')}
        placeholder={t('choose')}
        value={[...part.tags]}
        maxCount={20}
        showSearch={{ optionFilterProp: 'words' }}
        onChange={(chosen) => onChange({ ...part, tags: chosen })}
        options={[...groups.values()]}
      />
      {onRemove === null ? null : (
        <Button type="text" onClick={onRemove}>
          {t('removePart')}
        </Button>
      )}
    </div>
  );
}

function AgeFields({ question, onChange }: Pick<QuestionFormProps, 'question' | 'onChange'>) {
  const { t } = useTranslation('tags');
  return (
    <span className={styles.line}>
      <InputNumber
        aria-label={t('ageMin')}
        placeholder={t('ageMin')}
        min={0}
        max={150}
        precision={0}
        value={question.ageMin}
        onChange={(ageMin) => onChange({ ...question, ageMin })}
      />
      <InputNumber
        aria-label={t('ageMax')}
        placeholder={t('ageMax')}
        min={0}
        max={150}
        precision={0}
        value={question.ageMax}
        onChange={(ageMax) => onChange({ ...question, ageMax })}
      />
    </span>
  );
}
