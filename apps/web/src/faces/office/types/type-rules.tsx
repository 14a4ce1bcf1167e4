import { type CaseTypeDefinition, type DispatchTarget, type Role, roles, roleWords } from '@linli/domain';
import { useTranslation } from 'react-i18next';
import { useListUnits } from '../../../features/org/list-units.ts';
import { durationWords } from '../../../ui/time-words.ts';
import { isUnitKind } from '../words/unit-kind.ts';
import { useLocalText } from '../words/use-local-text.ts';
import styles from './types-page.module.css';

/** Dispatch rules in their order; the first that fits decides. */
export function RuleList({ rules }: { readonly rules: CaseTypeDefinition['dispatch'] }) {
  const { t } = useTranslation(['office', 'org']);
  const local = useLocalText();
  const { data: units } = useListUnits({}, { staleTimeMs: 300_000 });

  function targetWords(target: DispatchTarget): string {
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
  }
  function unitKindWords(kind: string | undefined): string {
    return kind !== undefined && isUnitKind(kind) ? t(`org:unitKind.${kind}`) : t('org:unit.any');
  }

  if (rules.length === 0) return <p>{t('office:types.noRules')}</p>;
  return (
    <ol className={styles.numbered}>
      {rules.map((rule) => (
        <li key={rule.key}>
          <strong>{local(rule.label)}</strong> → {targetWords(rule.target)}
          {rule.when === undefined ? (
            <span className={styles.note}>{t('office:types.always')}</span>
          ) : (
            <code className={styles.when}>{rule.when}</code>
          )}
        </li>
      ))}
    </ol>
  );
}

/** Who is told, and when, around each deadline. */
export function EscalationList({ steps }: { readonly steps: CaseTypeDefinition['escalation'] }) {
  const { t } = useTranslation(['office', 'common']);
  const local = useLocalText();
  const { t: ui } = useTranslation('ui');
  return (
    <ol className={styles.numbered}>
      {steps.map((step) => {
        const duration = durationWords(step.afterMinutes * 60_000, ui);
        const who = step.notify.map((each) => (isRole(each) ? local(roleWords[each]) : t('office:types.holder')));
        return (
          <li key={`${step.clock} ${step.afterMinutes} ${step.action}`}>
            {t(momentKey(step.afterMinutes), {
              clock: t(`office:clock.${step.clock}`),
              duration,
            })}
            {t(`office:types.step.${step.action}`, { who: who.join(t('common:listJoin')) })}
          </li>
        );
      })}
    </ol>
  );
}

function momentKey(afterMinutes: number) {
  if (afterMinutes === 0) return 'office:types.atDue';
  return afterMinutes < 0 ? 'office:types.before' : 'office:types.past';
}

function isRole(value: string): value is Role {
  return (roles as readonly string[]).includes(value); // widen the literal list for includes
}
