import { type DispatchTarget, type Role, roles, roleWords } from '@linli/domain';
import { useTranslation } from 'react-i18next';
import { useListUnits } from '../../../features/org/list-units.ts';
import { isUnitKind } from '../words/unit-kind.ts';
import { useLocalText } from '../words/use-local-text.ts';

/** Where a rule sends a case, in words. */
export function useTargetWords(): (target: DispatchTarget) => string {
  const { t } = useTranslation(['office', 'org']);
  const local = useLocalText();
  const { data: units } = useListUnits({}, { staleTimeMs: 300_000 });
  const unitKindWords = (kind: string | undefined) =>
    kind !== undefined && isUnitKind(kind) ? t(`org:unitKind.${kind}`) : t('org:unit.any');
  return (target) => {
    switch (target.to) {
      case 'post':
        return t('office:types.toPost', { role: isRole(target.role) ? local(roleWords[target.role]) : target.role });
      case 'unit':
        return target.unitKey === undefined
          ? t('office:types.toUnit', { unit: unitKindWords(target.unitKind) })
          : (units?.units.find((unit) => unit.key === target.unitKey)?.name ?? target.unitKey);
      case 'pool':
        return t('office:types.toPool', { unit: unitKindWords(target.unitKind) });
      case 'desk':
        return t('office:types.toDesk');
    }
  };
}

export function isRole(value: string): value is Role {
  return (roles as readonly string[]).includes(value); // widen the literal list for includes
}
