import type { CaseTypeDefinition } from '@linli/domain';
import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { suggestTypes } from '../../../features/cases/suggest-types.ts';
import { TextField } from '../../../ui/text-field.tsx';
import { useReadText } from '../words/use-read-text.ts';
import styles from './type-picker.module.css';

export type TypePickerProps = {
  readonly types: readonly CaseTypeDefinition[];
  readonly onPick: (type: CaseTypeDefinition) => void;
};

/** Which kind it is: by a few words, or from the list. */
export function TypePicker({ types, onPick }: TypePickerProps) {
  const { t } = useTranslation('field');
  const read = useReadText();
  const [words, setWords] = useState('');
  const found = words.trim() === '' ? types : matching(words.trim(), types, read);
  return (
    <div className={styles.picker}>
      <TextField
        label={t('add.chooseType')}
        hint={t('add.findType')}
        required
        type="search"
        value={words}
        onChange={setWords}
      />
      {found.length === 0 ? <p role="status">{t('add.noMatch')}</p> : null}
      <ul className={styles.types}>
        {found.map((type) => (
          <li key={type.code}>
            <button type="button" className={styles.type} onClick={() => onPick(type)}>
              <span>
                <strong>{read(type.name)}</strong>
                {type.hint === undefined ? null : <small>{read(type.hint)}</small>}
              </span>
              <ChevronRight aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Types the words speak of first, then those whose name or synonyms contain them. */
function matching(
  words: string,
  types: readonly CaseTypeDefinition[],
  read: (text: CaseTypeDefinition['name']) => string,
): CaseTypeDefinition[] {
  const said = words.toLowerCase();
  const named = types.filter((type) =>
    [read(type.name), ...type.synonyms].some((name) => name.toLowerCase().includes(said)),
  );
  return [...new Set([...suggestTypes(words, types), ...named])];
}
