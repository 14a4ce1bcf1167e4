import type { CallOutput } from '@linli/client';
import type { suggestMediators } from '@linli/contract';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSuggestMediators } from '../../../features/cases/suggest-mediators.ts';
import { useListMediators } from '../../../features/org/list-mediators.ts';

type Suggestion = CallOutput<typeof suggestMediators>['suggestions'][number];
export type MediatorSelectProps = {
  readonly field: string;
  readonly at: { readonly caseId: string; readonly stage: string } | undefined;
};

/** A mediator, the most fitting for the case first, each with why. Without a case all on the list. */
export function MediatorSelect({ field, at, ...given }: MediatorSelectProps) {
  const { t } = useTranslation(['org', 'common']);
  const suggested = useSuggestMediators(
    { caseId: at?.caseId ?? '', stage: at?.stage ?? '', field },
    { enabled: at !== undefined },
  );
  const listed = useListMediators({ activeOnly: true }, { enabled: at === undefined, staleTimeMs: 300_000 });
  const options =
    at === undefined ? (listed.data?.mediators ?? []).map(plain) : (suggested.data?.suggestions ?? []).map(weighed);
  return (
    <Select
      {...given}
      loading={at === undefined ? listed.isPending : suggested.isPending}
      placeholder={t('org:mediator.choose')}
      notFoundContent={t('org:mediator.none')}
      showSearch={{ optionFilterProp: 'label' }}
      options={options}
      optionRender={({ data }) => (
        <div>
          {data.label}
          <div style={{ color: 'var(--ink-soft)', fontSize: 12, whiteSpace: 'normal' }}>{data.why}</div>
        </div>
      )}
    />
  );

  function weighed({ id, name, unitName, openCases, reasons }: Suggestion) {
    const why = reasons.map((reason) => t(`org:mediator.reason.${reason}`, { count: openCases }));
    return {
      value: id,
      label: t('org:mediator.option', { name, unit: unitName }),
      why: why.join(t('common:listJoin')),
    };
  }
  function plain({ id, name, unitName, openCases }: Pick<Suggestion, 'id' | 'name' | 'unitName' | 'openCases'>) {
    return weighed({
      id,
      name,
      unitName,
      openCases,
      languages: [],
      reasons: openCases === 0 ? ['none-open'] : ['some-open'],
    });
  }
}
