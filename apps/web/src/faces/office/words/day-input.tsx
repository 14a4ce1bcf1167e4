import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import type { KeyboardEvent } from 'react';
import 'dayjs/locale/zh-cn';
import { DAY_FORMATS, TIME_FORMATS } from './day-formats.ts';

const STORED_TIME = 'YYYY-MM-DDTHH:mm';

export type DayInputProps = {
  /** Given by a form's item. */
  readonly id?: string;
  /** `YYYY-MM-DD`; nothing yet = '' or undefined. */
  readonly value?: string | undefined;
  /** '' when it was cleared. */
  readonly onChange?: (day: string) => void;
  readonly min?: string | undefined;
  readonly max?: string | undefined;
  /** Where no label stands beside it. */
  readonly label?: string;
  readonly autoFocus?: boolean;
  readonly clearable?: boolean;
};

/** A day of the site's calendar: typed, or chosen from a sheet in the reader's language. */
export function DayInput(props: DayInputProps) {
  const { onChange, clearable = true } = props;
  return (
    <DatePicker
      {...shared(props)}
      format={DAY_FORMATS}
      allowClear={clearable}
      style={{ width: 140 }}
      onChange={(chosen) => onChange?.(chosen === null ? '' : chosen.format('YYYY-MM-DD'))}
    />
  );
}

/** A day and minute on the site's clock, `YYYY-MM-DDTHH:mm`; `min` and `max` too. */
export function TimeInput(props: DayInputProps) {
  const { onChange, clearable = true } = props;
  return (
    <DatePicker
      {...shared(props)}
      showTime={{ format: 'HH:mm', minuteStep: 5 }}
      showNow={false}
      needConfirm={false}
      format={TIME_FORMATS}
      allowClear={clearable}
      style={{ width: 190 }}
      onChange={(chosen) => onChange?.(chosen === null ? '' : chosen.format(STORED_TIME))}
    />
  );
}

function shared({ id, value, min, max, label, autoFocus }: DayInputProps) {
  return {
    ...(id === undefined ? {} : { id }),
    ...(label === undefined ? {} : { 'aria-label': label }),
    ...(autoFocus === undefined ? {} : { autoFocus }),
    ...(min === undefined || min === '' ? {} : { minDate: dayjs(min) }),
    ...(max === undefined || max === '' ? {} : { maxDate: dayjs(max) }),
    // Takes what was typed; the form around is not sent by it.
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Enter') event.preventDefault();
    },
    value: value === undefined || value === '' ? null : dayjs(value),
  };
}
