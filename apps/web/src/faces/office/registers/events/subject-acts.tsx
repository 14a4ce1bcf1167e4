import { Button, Dropdown } from 'antd';
import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../shell/use-session.ts';
import type { SubjectDetail } from '../subject/subject-detail.ts';
import { type EventName, eventsOf } from './events-of.ts';
import { SubjectEvent } from './subject-event.tsx';

/** What may be done with the subject as a whole: each opens a dialog that says what will happen. */
export function SubjectActs({ detail }: { readonly detail: SubjectDetail }) {
  const { t } = useTranslation('registers');
  const mayEdit = useMay('registers:edit');
  const [open, setOpen] = useState<EventName | null>(null);
  const events = eventsOf(detail, mayEdit);
  if (events.length === 0) return null;
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: events.map((key) => ({ key, label: t(`event.${key}.button`) })),
          onClick: ({ key }) => setOpen(events.find((event) => event === key) ?? null),
        }}
      >
        <Button type="primary" icon={<ChevronDown size={14} aria-hidden="true" />} iconPlacement="end">
          {t('event.menu')}
        </Button>
      </Dropdown>
      {open === null ? null : <SubjectEvent event={open} detail={detail} onClose={() => setOpen(null)} />}
    </>
  );
}
