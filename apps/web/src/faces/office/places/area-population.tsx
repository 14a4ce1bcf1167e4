import type { AreaView } from '@linli/contract';
import { Button, Form, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSetPopulation } from '../../../features/places/set-population.ts';
import { ActionForm } from '../actions/action-form.tsx';

type Values = { population: number; source: string; year: number };

/** How many people, says who, of which year; corrected on the spot by whoever may. */
export function AreaPopulation({ area, mayEdit }: { readonly area: AreaView; readonly mayEdit: boolean }) {
  const { t } = useTranslation(['places', 'ui', 'common']);
  const { mutateAsync } = useSetPopulation();
  const [isOpen, setOpen] = useState(false);
  const needed = (label: string) => [{ required: true, message: t('ui:problem.required', { label }) }];
  const { population, populationSource: source, populationYear: year } = area;
  const from =
    source === null || year === null ? t('places:population.unknown') : t('places:population.from', { source, year });
  return (
    <>
      {population} <small>{from}</small>
      {mayEdit ? (
        <Button size="small" type="link" onClick={() => setOpen(true)}>
          {t('common:action.edit')}
        </Button>
      ) : null}
      {isOpen ? (
        <ActionForm<Values>
          title={t('places:population.title', { name: area.name })}
          explains={t('places:population.explains')}
          submitLabel={t('common:action.save')}
          doneWords={t('places:population.saved')}
          initialValues={{ population, ...(source === null ? {} : { source }), ...(year === null ? {} : { year }) }}
          onSubmit={(values) => mutateAsync({ areaId: area.id, ...values })}
          onClose={() => setOpen(false)}
        >
          <Form.Item name="population" label={t('places:fact.population')} rules={needed(t('places:fact.population'))}>
            <InputNumber autoFocus min={0} max={50_000_000} precision={0} style={{ width: 200 }} />
          </Form.Item>
          <Form.Item name="source" label={t('places:population.source')} rules={needed(t('places:population.source'))}>
            <Input maxLength={120} />
          </Form.Item>
          <Form.Item name="year" label={t('places:population.year')} rules={needed(t('places:population.year'))}>
            <InputNumber min={1949} max={2200} precision={0} style={{ width: 200 }} />
          </Form.Item>
        </ActionForm>
      ) : null}
    </>
  );
}
