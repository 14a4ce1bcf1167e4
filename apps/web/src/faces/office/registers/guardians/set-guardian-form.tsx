import {
  type GuardianPaper,
  type GuardianRelation,
  guardianPapersFor,
  guardianRelationsFor,
  isMinor,
} from '@linli/domain';
import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSetGuardian } from '../../../../features/registers/set-guardian.ts';
import { ActionForm } from '../../actions/action-form.tsx';
import { DayInput } from '../../words/day-input.tsx';
import { siteToday } from '../../words/site-time.ts';
import { SubjectSelect } from '../entry/subject-select.tsx';
import type { SubjectDetail } from '../subject/subject-detail.ts';
import { useGuardianWords } from './use-guardian-words.ts';

type Values = {
  guardianId: string;
  relation: GuardianRelation;
  paper: GuardianPaper;
  proof: string;
  since: string;
};

/** At the desk, papers shown: somebody becomes guardian of this person. Only what justifies it for their age is offered. */
export function SetGuardianForm({ detail, onClose }: { readonly detail: SubjectDetail; readonly onClose: () => void }) {
  const { t } = useTranslation(['registers', 'ui']);
  const words = useGuardianWords();
  const { mutateAsync } = useSetGuardian();
  const [form] = Form.useForm<Values>();
  const relation = Form.useWatch<GuardianRelation | undefined>('relation', form);
  const waits = Form.useWatch<GuardianPaper | undefined>('paper', form) === 'agreement';
  const today = siteToday(new Date());
  const ward = { born: bornOf(detail) };
  const minor = isMinor(ward.born, today);
  const { id: wardId, name } = detail.subject;
  const rules = (label: string) => [{ required: true, message: t('ui:problem.requiredChoice', { label }) }];
  const label = {
    who: t('registers:guardian.who'),
    relation: t('registers:guardian.relationLabel'),
    paper: t('registers:guardian.paperLabel'),
    proof: t('registers:guardian.proof'),
    since: t('registers:guardian.sinceLabel'),
  };
  return (
    <ActionForm<Values>
      form={form}
      title={t('registers:guardian.setTitle', { name })}
      explains={
        <>
          {t(minor ? 'registers:guardian.setMinor' : 'registers:guardian.setAdult')} {t('registers:guardian.setEffect')}
          {waits ? ` ${t('registers:guardian.setWaits')}` : null}
        </>
      }
      submitLabel={t('registers:guardian.setSubmit')}
      doneWords={t(waits ? 'registers:guardian.setWaitsDone' : 'registers:guardian.setDone')}
      initialValues={{ since: minor && ward.born !== null ? ward.born : today }}
      onSubmit={(values) => mutateAsync({ wardId, ...values })}
      onClose={onClose}
    >
      <Form.Item<Values> name="guardianId" label={label.who} rules={rules(label.who)}>
        <SubjectSelect noun="person" autoFocus />
      </Form.Item>
      <Form.Item<Values> name="relation" label={label.relation} rules={rules(label.relation)}>
        <Select
          options={guardianRelationsFor(ward, today).map((value) => ({ value, label: words.relation(value) }))}
          onChange={() => form.resetFields(['paper'])}
        />
      </Form.Item>
      <Form.Item<Values> name="paper" label={label.paper} rules={rules(label.paper)}>
        <Select
          disabled={relation === undefined}
          options={(relation === undefined ? [] : guardianPapersFor(ward, relation, today)).map((value) => ({
            value,
            label: words.paper(value),
          }))}
        />
      </Form.Item>
      <Form.Item<Values>
        name="proof"
        label={label.proof}
        extra={t('registers:guardian.proofHint')}
        rules={[
          { required: true, whitespace: true, message: t('ui:problem.required', { label: label.proof }) },
          { min: 4, message: t('ui:problem.tooShort', { label: label.proof, min: 4 }) },
        ]}
      >
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item<Values>
        name="since"
        label={label.since}
        rules={[{ required: true, message: t('ui:problem.required', { label: label.since }) }]}
      >
        <DayInput max={today} clearable={false} />
      </Form.Item>
    </ActionForm>
  );
}

/** The ward's birth where this reader sees it; without it only an adult's papers are offered, and the server decides. */
function bornOf({ groups }: Pick<SubjectDetail, 'groups'>): string | null {
  const value = groups.flatMap(({ fields }) => fields).find(({ code }) => code === 'born')?.value;
  return typeof value === 'string' ? value : null;
}
