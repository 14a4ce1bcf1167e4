import type { CaseFilter } from '@linli/contract';
import { Button, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { readCaseFilter } from '../../../features/cases/case-filter-search.ts';
import { useListCaseTypes } from '../../../features/cases/list-case-types.ts';
import { useListCases } from '../../../features/cases/list-cases.ts';
import { useListUnits } from '../../../features/org/list-units.ts';
import { useGetAreaTree } from '../../../features/places/get-area-tree.ts';
import { dayWords, instantWords } from '../../../ui/time-words.ts';
import { dayEndingAt, siteClockOf } from '../words/site-time.ts';
import { useLocalText } from '../words/use-local-text.ts';
import { changeFilter, type InboxSearch } from './inbox-search.ts';
import styles from './inbox-view.module.css';
import { useProcedureTag } from './use-procedure-tag.ts';

export type FilterTagsProps = {
  readonly search: InboxSearch;
  readonly filter: CaseFilter;
  readonly onSearch: (next: InboxSearch) => void;
};

/** The ends of a step and of a figure are told with it. */
const untold = [
  'text',
  'stepFrom',
  'stepUntil',
  'countedFrom',
  'countedUntil',
] as const satisfies readonly (keyof CaseFilter)[];
type TagKey = Exclude<keyof CaseFilter, (typeof untold)[number]>;

/** The filters in force, in words, each taken away by one press. */
export function FilterTags({ search, filter, onSearch }: FilterTagsProps) {
  const { t } = useTranslation(['office', 'org', 'common']);
  const { t: ui } = useTranslation('ui');
  const local = useLocalText();
  const areas = useGetAreaTree({}, { staleTimeMs: 300_000, enabled: filter.areaId !== undefined });
  const asksUnit = filter.unitId !== undefined || filter.countedUnitId !== undefined;
  const units = useListUnits({}, { staleTimeMs: 300_000, enabled: asksUnit });
  const types = useListCaseTypes({ for: 'all' }, { staleTimeMs: 300_000, enabled: filter.typeCodes !== undefined });
  const postName = usePostName(filter.postId);
  const procedureTag = useProcedureTag(filter);
  const own = readCaseFilter(search);
  // Object.keys forgets the literal keys.
  const keys = (Object.keys(own) as (keyof CaseFilter)[]).filter(isTagKey);
  if (keys.length === 0) return null;
  const now = new Date();
  const join = t('common:listJoin');

  function wordsOf(key: TagKey): string {
    switch (key) {
      case 'states':
        return (own.states ?? []).map((state) => t(`office:state.${state}`)).join(join);
      case 'typeCodes':
        return (own.typeCodes ?? [])
          .map((code) => {
            const found = types.data?.types.find((type) => type.definition.code === code);
            return found === undefined ? code : local(found.definition.name);
          })
          .join(join);
      case 'areaId':
        return areas.data?.areas.find((area) => area.id === own.areaId)?.name ?? t('office:filter.area');
      case 'unitId':
        return unitName(own.unitId);
      case 'postId':
        return postName ?? t('office:filter.post');
      case 'poolKind':
        return own.poolKind === undefined ? '' : t('office:filter.pool', { kind: t(`org:unitKind.${own.poolKind}`) });
      case 'channel':
        return own.channel === undefined ? '' : t(`office:channel.${own.channel}`);
      case 'pending':
        return own.pending === undefined ? '' : t(`office:pending.${own.pending}`);
      case 'open':
        return t(own.open === true ? 'office:filter.openYes' : 'office:filter.openNo');
      case 'overdue':
        return t(own.overdue === true ? 'office:filter.overdue' : 'office:filter.notOverdue');
      case 'supervised':
        return t(own.supervised === true ? 'office:filter.supervised' : 'office:filter.notSupervised');
      case 'dueBefore':
        return t('office:filter.dueBefore', { when: instantWords(own.dueBefore ?? now, now, ui) });
      case 'reportedFrom':
        return t('office:filter.reportedFrom', { when: dayWords(own.reportedFrom ?? now, now, ui) });
      case 'reportedUntil':
        return t('office:filter.reportedUntil', { when: instantWords(own.reportedUntil ?? now, now, ui) });
      case 'closedFrom':
        return t('office:filter.closedFrom', { when: dayWords(own.closedFrom ?? now, now, ui) });
      case 'closedUntil':
        return t('office:filter.closedUntil', { when: instantWords(own.closedUntil ?? now, now, ui) });
      case 'counted':
        return own.counted === undefined
          ? ''
          : t('office:filter.counted', {
              figure: t(`office:count.${own.counted}`),
              when: daysWords(own.countedFrom, own.countedUntil),
            });
      case 'countedUnitId':
        return t('office:filter.countedUnit', { unit: unitName(own.countedUnitId) });
      case 'maxRating':
        return t('office:filter.maxRating', { rating: own.maxRating ?? 5 });
      case 'step':
        return own.step === undefined ? '' : t(`office:filter.step.${own.step}`, { when: stepDays() });
      case 'group':
      case 'pack':
      case 'stage':
      case 'parentId':
      case 'excluded':
      case 'sealed':
      case 'partsMine':
      case 'callId':
      case 'areaGroupId':
      case 'outcome':
      case 'ended':
      case 'firstRound':
      case 'stageLate':
      case 'promiseKept':
      case 'atDesk':
        return procedureTag(key);
    }
  }

  function stepDays(): string {
    const first = siteClockOf(own.stepFrom ?? now.toISOString()).slice(0, 10);
    return daysWords(first, dayEndingAt(own.stepUntil ?? now.toISOString()));
  }

  /** “11月25日”, or the first and the last day. */
  function daysWords(first = '', last = ''): string {
    const from = dayWords(first, now, ui);
    return first === last ? from : t('office:filter.days', { from, until: dayWords(last, now, ui) });
  }

  function unitName(id: string | undefined): string {
    return units.data?.units.find((unit) => unit.id === id)?.name ?? t('office:filter.unit');
  }

  return (
    <div className={styles.tags}>
      {keys.map((key) => (
        <Tag
          key={key}
          closable={{ 'aria-label': t('office:filter.remove', { words: wordsOf(key) }) }}
          onClose={(event) => {
            event.preventDefault();
            onSearch(changeFilter(search, { [key]: undefined }, new Date()));
          }}
        >
          {wordsOf(key)}
        </Tag>
      ))}
      <Button size="small" type="link" onClick={() => onSearch(search.view === undefined ? {} : { view: search.view })}>
        {t('office:filter.clear')}
      </Button>
    </div>
  );
}

function isTagKey(key: keyof CaseFilter): key is TagKey {
  return !untold.some((each) => each === key);
}

/** As the cases it has name it: whoever reads them need not be allowed to read all posts. */
function usePostName(postId: string | undefined): string | undefined {
  const { data } = useListCases(
    { ...(postId === undefined ? {} : { postId }), order: 'due', limit: 1 },
    { staleTimeMs: 300_000, enabled: postId !== undefined },
  );
  return data?.cases[0]?.holder?.name;
}
