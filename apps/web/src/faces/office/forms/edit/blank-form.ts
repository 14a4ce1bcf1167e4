import { FormDefinition } from '@linli/domain';

/** Where a new form begins: people of the street, by number and name. */
export const blankForm: FormDefinition = FormDefinition.parse({
  name: { zh: '新表' },
  item: 'none',
  rows: { by: 'subject', noun: 'person' },
  period: 'month',
  columns: [
    { key: 'c1', label: { zh: '序号' }, bind: 'computed', computed: 'serial' },
    { key: 'c2', label: { zh: '姓名' }, bind: 'computed', computed: 'name' },
  ],
});
