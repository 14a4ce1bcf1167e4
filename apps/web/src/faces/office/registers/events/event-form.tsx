import { Form } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionForm } from '../../actions/action-form.tsx';
import { WordsItem } from '../../actions/words-item.tsx';
import { DayInput } from '../../words/day-input.tsx';
import { siteToday } from '../../words/site-time.ts';
import type { EventName } from './events-of.ts';

/** What every event asks: on which day, and words for the file. */
export type EventValues = { on: string; words?: string };

export type EventFormProps<Values extends EventValues> = {
  readonly event: Exclude<EventName, 'number' | 'link'>;
  readonly name: string;
  readonly danger?: boolean;
  readonly width?: number;
  readonly initialValues?: Partial<Values>;
  readonly onSubmit: (values: Values) => Promise<unknown>;
  readonly onClose: () => void;
  readonly children?: ReactNode;
};

/** The dialog of an event in somebody's or something's life: what will happen in plain words, the day, and what else it needs. */
export function EventForm<Values extends EventValues>(props: EventFormProps<Values>) {
  const { event, name, danger, width, initialValues, onSubmit, onClose, children } = props;
  const { t } = useTranslation(['registers', 'ui']);
  const now = siteToday(new Date());
  const start: Partial<EventValues> = { on: now };
  return (
    <ActionForm<Values>
      title={t(`registers:event.${event}.title`, { name })}
      explains={t(`registers:event.${event}.explains`)}
      submitLabel={t(`registers:event.${event}.button`)}
      doneWords={t(`registers:event.${event}.done`)}
      danger={danger === true}
      {...(width === undefined ? {} : { width })}
      // Every form of an event begins with today; its own values come on top.
      initialValues={{ ...start, ...initialValues } as Partial<Values>}
      onSubmit={onSubmit}
      onClose={onClose}
    >
      {children}
      <Form.Item
        name="on"
        label={t('registers:event.on')}
        rules={[{ required: true, message: t('ui:problem.required', { label: t('registers:event.on') }) }]}
      >
        <DayInput max={now} clearable={false} />
      </Form.Item>
      <WordsItem name="words" autoFocus={false} max={200} label={t('registers:event.words')} />
    </ActionForm>
  );
}

/** The part of the input that all events share. */
export function eventInput({ on, words }: EventValues): { on: string; words: string } {
  return { on, words: words?.trim() ?? '' };
}
