import type { CaseFilter } from '@linli/contract';
import { useTranslation } from 'react-i18next';
import { useListCalls } from '../../../features/cases/list-calls.ts';
import { useListCaseTypes } from '../../../features/cases/list-case-types.ts';
import { useListPacks } from '../../../features/cases/list-packs.ts';
import { useListAreaGroups } from '../../../features/places/list-area-groups.ts';
import { useMay } from '../shell/use-session.ts';
import { useLocalText } from '../words/use-local-text.ts';
import { stageOptions } from './stage-options.ts';

export type ProcedureKey =
  | 'group'
  | 'pack'
  | 'stage'
  | 'parentId'
  | 'excluded'
  | 'sealed'
  | 'partsMine'
  | 'callId'
  | 'areaGroupId'
  | 'outcome'
  | 'ended'
  | 'firstRound'
  | 'stageLate'
  | 'promiseKept'
  | 'atDesk';

/** The words of a filter of procedures, by the names of what it points at. */
export function useProcedureTag(filter: CaseFilter): (key: ProcedureKey) => string {
  const { t } = useTranslation('stages');
  const local = useLocalText();
  const mayTypes = useMay('types:read');
  const stale = { staleTimeMs: 300_000 };
  const packs = useListPacks({}, { ...stale, enabled: mayTypes && filter.pack !== undefined });
  const types = useListCaseTypes(
    { for: 'all' },
    { ...stale, enabled: filter.stage !== undefined || filter.outcome !== undefined },
  );
  const groups = useListAreaGroups({}, { ...stale, enabled: filter.areaGroupId !== undefined });
  const calls = useListCalls({ open: false }, { ...stale, enabled: filter.callId !== undefined });

  return (key) => {
    switch (key) {
      case 'group':
        return t('filter.group', { group: filter.group });
      case 'pack': {
        const pack = packs.data?.packs.find((each) => each.pack === filter.pack);
        return pack === undefined ? t('filter.pack') : local(pack.name);
      }
      case 'stage': {
        const definitions = types.data?.types.map(({ definition }) => definition) ?? [];
        const stage = stageOptions(definitions, local).find(({ value }) => value === filter.stage);
        return stage?.label ?? t('filter.stage');
      }
      case 'parentId':
        return t('filter.parent');
      case 'excluded':
        return t(filter.excluded === true ? 'filter.excluded' : 'filter.notExcluded');
      case 'sealed':
        return t(filter.sealed === true ? 'filter.sealed' : 'filter.notSealed');
      case 'partsMine':
        return t(filter.partsMine === true ? 'filter.partsMine' : 'filter.notPartsMine');
      case 'callId': {
        const call = calls.data?.calls.find(({ id }) => id === filter.callId);
        return call === undefined ? t('filter.callUnknown') : t('filter.call', { topic: call.topic });
      }
      case 'areaGroupId':
        return groups.data?.groups.find(({ id }) => id === filter.areaGroupId)?.name ?? t('filter.areaGroup');
      case 'outcome': {
        const ways = (types.data?.types ?? []).flatMap(({ definition }) =>
          definition.stages.flatMap((s) => s.outcomes),
        );
        const called = new Set(ways.filter((way) => way.key === filter.outcome).map((way) => local(way.label)));
        return t('filter.outcome', { outcome: [...called].join(' / ') });
      }
      case 'ended':
        return t(filter.ended === true ? 'filter.ended' : 'filter.notEnded');
      case 'firstRound':
        return t(filter.firstRound === true ? 'filter.firstRound' : 'filter.notFirstRound');
      case 'stageLate':
        return t(filter.stageLate === true ? 'filter.stageLate' : 'filter.notStageLate');
      case 'promiseKept':
        return t(filter.promiseKept === true ? 'filter.promiseKept' : 'filter.notPromiseKept');
      case 'atDesk':
        return t(filter.atDesk === true ? 'filter.atDesk' : 'filter.notAtDesk');
    }
  };
}
