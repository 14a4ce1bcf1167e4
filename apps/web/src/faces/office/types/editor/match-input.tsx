import type { FormField } from '@linli/domain';
import { useTranslation } from 'react-i18next';
import { useLocalText } from '../../words/use-local-text.ts';
import { Choice } from './inputs.tsx';
import { put } from './put.ts';

type Match = NonNullable<FormField['match']>;

/** By which answers of the report a mediator is suggested. */
export function MatchInput(props: {
  readonly match: Match | undefined;
  readonly report: readonly FormField[];
  readonly onChange: (match: Match | undefined) => void;
}) {
  const { t } = useTranslation('types');
  const local = useLocalText();
  const match = props.match ?? {};
  const options = props.report
    .filter(({ kind }) => kind === 'select')
    .map(({ key, label }) => ({ value: key, label: local(label) }));
  const set = (key: keyof Match, value: string | undefined) => {
    const next = put(match, key, value);
    props.onChange(Object.keys(next).length === 0 ? undefined : next);
  };
  return (['kind', 'language'] as const).map((key) => (
    <Choice
      key={key}
      label={t(key === 'kind' ? 'part.matchKind' : 'part.matchLanguage')}
      value={match[key]}
      options={options}
      onClear={() => set(key, undefined)}
      onChange={(value) => set(key, value)}
    />
  ));
}
