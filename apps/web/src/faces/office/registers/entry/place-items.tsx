import type { SubjectNoun } from '@linli/domain';
import { Form, Input, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { AreaSelect } from '../../words/area-select.tsx';
import styles from '../registers.module.css';
import { BuildingSelect } from './building-select.tsx';
import { HouseholdItems } from './household-items.tsx';
import type { NewValues } from './new-values.ts';
import { PointInput } from './point-input.tsx';
import { SubjectSelect } from './subject-select.tsx';

/** Where the new entry belongs: people and households in a home, homes in a building, the rest at a place. */
export function PlaceItems({ noun }: { readonly noun: SubjectNoun }) {
  const { t } = useTranslation(['registers', 'ui']);
  const required = (label: string) => [{ required: true, message: t('ui:problem.requiredChoice', { label }) }];
  switch (noun) {
    case 'person':
    case 'household':
      return (
        <div className={styles.grid}>
          <Form.Item<NewValues> name="homeId" label={t('registers:new.home')} rules={required(t('registers:new.home'))}>
            <SubjectSelect noun="home" />
          </Form.Item>
          {noun === 'person' ? <HouseholdOfHome /> : null}
        </div>
      );
    case 'home':
      return (
        <div className={styles.grid}>
          <Form.Item<NewValues>
            name="building"
            label={t('registers:new.building')}
            rules={required(t('registers:new.building'))}
          >
            <BuildingSelect />
          </Form.Item>
          <Form.Item<NewValues>
            name="room"
            label={t('registers:new.room')}
            rules={[
              {
                required: true,
                whitespace: true,
                message: t('ui:problem.required', { label: t('registers:new.room') }),
              },
            ]}
          >
            <Input maxLength={20} />
          </Form.Item>
          <Form.Item<NewValues> name="areaM2" label={t('registers:new.areaM2')}>
            <InputNumber<number> min={1} max={100_000} style={{ width: '100%' }} />
          </Form.Item>
        </div>
      );
    case 'entity':
    case 'asset':
      return (
        <>
          <div className={styles.grid}>
            <Form.Item<NewValues>
              name="building"
              label={t('registers:new.building')}
              extra={t('registers:new.buildingHint')}
            >
              <BuildingSelect />
            </Form.Item>
            <Form.Item<NewValues>
              name="areaId"
              label={t('registers:new.area')}
              dependencies={['building', 'point']}
              rules={[
                ({ getFieldValue }) => ({
                  validator: (_, areaId?: string) =>
                    areaId !== undefined ||
                    getFieldValue('building') !== undefined ||
                    getFieldValue('point') !== undefined
                      ? Promise.resolve()
                      : Promise.reject(new Error(t('registers:new.noPlace'))),
                }),
              ]}
            >
              <AreaSelect allowClear label={t('registers:new.area')} />
            </Form.Item>
          </div>
          <Form.Item<NewValues> name="point" label={t('registers:new.point')}>
            <PointInput />
          </Form.Item>
        </>
      );
  }
}

function HouseholdOfHome() {
  const { t } = useTranslation('registers');
  const homeId = Form.useWatch<string | undefined>('homeId');
  return <HouseholdItems homeId={homeId} hint={t('new.householdHint')} />;
}
