import { Link } from '@tanstack/react-router';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { useListHolidays } from '../../../features/cases/list-holidays.ts';
import { useMay } from '../shell/use-session.ts';
import { siteToday } from '../words/site-time.ts';
import { missingYear, provisionalYear } from './missing-year.ts';

/** For who can load it: the next year's table is missing and it is November, or this year's at any time. */
export function HolidayBanner() {
  const { t } = useTranslation('holidays');
  const mayEdit = useMay('types:edit');
  const { data } = useListHolidays({}, { enabled: mayEdit, staleTimeMs: 600_000 });
  if (!mayEdit || !data) return null;
  const today = siteToday(new Date());
  const loaded = data.years.map((each) => each.year);
  const missing = missingYear(loaded, today);
  const year = missing ?? provisionalYear(data.years, today);
  if (year === null) return null;
  return (
    <Alert
      banner
      type="warning"
      title={t(missing === null ? 'provisionalBanner' : 'banner', { year })}
      action={
        <Link to="/holidays" search={{ year }}>
          {t('toPage')}
        </Link>
      }
    />
  );
}
