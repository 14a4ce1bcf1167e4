import { App, Button, Input, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useImportHolidays } from '../../../features/cases/import-holidays.ts';
import { readRefusal } from '../actions/read-refusal.ts';
import styles from './holidays-page.module.css';
import { parseHolidays } from './parse-holidays.ts';

const mostBytes = 100_000;

interface HolidayFormProps {
  readonly year: number;
  readonly known: boolean;
  /** What the law alone gives for a year that is not loaded. */
  readonly statutory: { readonly holidays: readonly string[]; readonly source: string } | undefined;
}

/** A year pasted or read from a file: what was understood is shown, every bad line named, before anything is stored. */
export function HolidayForm({ year, known, statutory }: HolidayFormProps) {
  const { t } = useTranslation(['holidays', 'office']);
  const { message } = App.useApp();
  const [text, setText] = useState('');
  const [source, setSource] = useState('');
  const { mutateAsync, isPending } = useImportHolidays();
  const { holidays, makeUpDays, problems } = parseHolidays(text, year);

  async function save(): Promise<void> {
    try {
      await mutateAsync({ year, holidays: [...holidays], makeUpDays: [...makeUpDays], source: source.trim() });
      message.success(t('holidays:saved', { year }));
      setText('');
    } catch (error) {
      message.error(readRefusal(error, t('office:refusal.unknown')).message);
    }
  }

  return (
    <div className={styles.form}>
      <h3>{t('holidays:paste')}</h3>
      <p className={styles.note} id="holiday-hint">
        {t('holidays:pasteHint', { year })}
      </p>
      <Input.TextArea
        aria-label={t('holidays:paste')}
        aria-describedby="holiday-hint"
        rows={8}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          // Changed days are no longer what the law alone gives.
          if (source === statutory?.source) setSource('');
        }}
      />
      {statutory === undefined ? null : (
        <>
          <p className={styles.note}>{t('holidays:statutoryHint', { year })}</p>
          <Button
            onClick={() => {
              setText(statutory.holidays.map((day) => `${day} 休`).join('\n'));
              setSource(statutory.source);
            }}
          >
            {t('holidays:fillStatutory')}
          </Button>
        </>
      )}
      <Upload
        accept=".txt,.csv"
        showUploadList={false}
        beforeUpload={(file) => {
          void file.slice(0, mostBytes).text().then(setText);
          return false;
        }}
      >
        <Button>{t('holidays:file')}</Button>
      </Upload>
      <Input
        aria-label={t('holidays:from')}
        placeholder={t('holidays:fromHint')}
        prefix={t('holidays:from')}
        maxLength={200}
        value={source}
        onChange={(event) => setSource(event.target.value)}
      />
      {text === '' ? null : (
        <div role="status">
          <p>{t('holidays:preview', { holidays: holidays.length, makeUpDays: makeUpDays.length })}</p>
          {problems.length === 0 ? null : (
            <>
              <p className={styles.bad}>{t('holidays:problems', { count: problems.length })}</p>
              <ul className={styles.bad}>
                {problems.slice(0, 50).map(({ line, text: words, problem }) => (
                  <li key={line}>
                    {t('holidays:line', { line })} {words} · {t(`holidays:problem.${problem}`)}
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
      )}
      <Button
        type="primary"
        loading={isPending}
        disabled={holidays.length === 0 || problems.length > 0 || source.trim().length < 2}
        onClick={() => void save()}
      >
        {t(known ? 'holidays:replace' : 'holidays:save', { year })}
      </Button>
    </div>
  );
}
