import type { CaseDetail, CurrentStage } from '@linli/contract';
import { isOpen } from '@linli/domain';
import { Link } from '@tanstack/react-router';
import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useAdvanceCase } from '../../../features/cases/advance-case.ts';
import { isPaperDue } from '../../../features/cases/stage-form.ts';
import { ActionForm } from '../actions/action-form.tsx';
import type { CaseActionProps } from '../actions/case-action-props.ts';
import { WordsItem } from '../actions/words-item.tsx';
import { useLocalText } from '../words/use-local-text.ts';
import { type AdvanceValues, advanceInput } from './advance-input.ts';
import { AttendanceItems } from './attendance-items.tsx';
import { DutyItems } from './duty-items.tsx';
import { EvidenceInput } from './evidence-input.tsx';
import { StageFields } from './stage-fields.tsx';

export type AdvanceActionProps = CaseActionProps & {
  readonly stage: CurrentStage;
  readonly outcome: CurrentStage['outcomes'][number];
};

/** Takes one way out of the stage: its form, papers, who came, what was agreed, and words where the way needs them. */
export function AdvanceAction({ detail, stage, outcome, onClose }: AdvanceActionProps) {
  const { t } = useTranslation(['stages', 'office']);
  const local = useLocalText();
  const { mutateAsync } = useAdvanceCase();
  const isSignable = isPaperDue(detail.type, stage.key);
  const explains = [
    outcome.ends ? t('stages:advance.ends') : '',
    outcome.publish ? t('stages:advance.publishes') : '',
    outcome.tells && !detail.reporter.mine ? t('stages:advance.tells') : '',
    outcome.childrenClosed ? t('stages:advance.childrenClosed') : '',
    outcome.fileComplete ? t('stages:advance.fileComplete') : '',
  ].filter((each) => each !== '');
  const open = outcome.childrenClosed ? detail.children.filter(({ state }) => isOpen(state)) : [];
  return (
    <ActionForm<AdvanceValues>
      title={
        local(stage.name) === local(outcome.label)
          ? local(outcome.label)
          : t('stages:advance.title', { stage: local(stage.name), outcome: local(outcome.label) })
      }
      explains={explains.length === 0 ? undefined : <Explains words={explains.join('')} open={open} />}
      submitLabel={local(outcome.label)}
      doneWords={t('stages:advance.done', { stage: local(stage.name) })}
      width={stage.duties === null ? 560 : 680}
      initialValues={{ attendance: detail.parts.map(({ unitId }) => ({ unitId, status: 'present' })), duties: [] }}
      onSubmit={(values) => mutateAsync(advanceInput(detail, stage, outcome.key, values))}
      onClose={onClose}
    >
      {outcome.bare ? null : <StageFields form={stage.form} at={{ caseId: detail.id, stage: stage.key }} />}
      {stage.meeting && detail.parts.length > 0 ? <AttendanceItems parts={detail.parts} /> : null}
      {stage.duties === null ? null : <DutyItems typeName={local(stage.duties.typeName)} />}
      <WordsItem
        name="words"
        required={outcome.reason}
        autoFocus={outcome.bare || stage.form.length === 0}
        label={outcome.reason ? t('stages:advance.reason') : t('stages:advance.words')}
      />
      <Form.Item
        name="photos"
        label={
          outcome.bare || stage.evidence === 0
            ? t('stages:advance.photos')
            : t('office:photosNeeded', { count: stage.evidence })
        }
        extra={isSignable ? t('stages:signature.hint') : undefined}
      >
        <EvidenceInput signable={isSignable} />
      </Form.Item>
    </ActionForm>
  );
}

/** What the way brings, and which cases made of this one still stand before it. */
function Explains({ words, open }: { readonly words: string; readonly open: CaseDetail['children'] }) {
  const { t } = useTranslation('stages');
  return (
    <>
      {words}
      {open.length === 0 ? null : (
        <>
          {t('advance.stillOpen')}
          {open.map(({ id, number, title }) => (
            <span key={id} style={{ display: 'block' }}>
              <Link to="/cases/$caseId" params={{ caseId: id }}>
                {number} {title}
              </Link>
            </span>
          ))}
        </>
      )}
    </>
  );
}
