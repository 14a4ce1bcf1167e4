import { TreeSelect } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommittees } from './use-committees.ts';

interface CommitteeSelectProps {
  readonly id?: string;
  readonly value?: string[];
  readonly onChange?: (chosen: string[]) => void;
}

/** Which committees; none chosen means all of the street. */
export function CommitteeSelect({ id, value = [], onChange }: CommitteeSelectProps) {
  const { t } = useTranslation('forms');
  const committees = useCommittees();
  return (
    <TreeSelect<string[]>
      {...(id === undefined ? {} : { id })}
      multiple
      allowClear
      value={value}
      maxTagCount="responsive"
      placeholder={t('edit.allAreas')}
      onChange={(chosen) => onChange?.(chosen)}
      treeData={committees.map((committee) => ({ value: committee.id, title: committee.name }))}
      showSearch={{ treeNodeFilterProp: 'title' }}
    />
  );
}
