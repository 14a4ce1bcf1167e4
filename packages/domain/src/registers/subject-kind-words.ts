/** Kinds of subjects as files and ledgers say them; a kind that a list brought has no words of its own. */
const kindLabels: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  resident: { zh: '居民', en: 'Resident' },
  family: { zh: '家庭户', en: 'Family' },
  collective: { zh: '集体户', en: 'Collective household' },
  dwelling: { zh: '住宅', en: 'Dwelling' },
  dormitory: { zh: '集体宿舍', en: 'Dormitory' },
  'other-room': { zh: '其他房屋', en: 'Other rooms' },
  shop: { zh: '商铺', en: 'Shop' },
  firm: { zh: '企业', en: 'Firm' },
  organisation: { zh: '机构', en: 'Organisation' },
  'elderly-home': { zh: '养老院', en: 'Home for older people' },
  'day-care': { zh: '日间照护', en: 'Day care' },
  'meal-point': { zh: '助餐点', en: 'Meal point' },
  'care-station': { zh: '为老服务站', en: 'Care station' },
  'elderly-school': { zh: '老年学校', en: 'School for older people' },
  'senior-club': { zh: '老年活动室', en: 'Club for older people' },
  component: { zh: '城市部件', en: 'Street component' },
  shed: { zh: '车棚', en: 'Bike shed' },
  cabinet: { zh: '充换电柜', en: 'Charging cabinet' },
};

/** A kind of subject in words: `shed` → 车棚; one without words reads as other. */
export function subjectKindWords(kind: string, language: 'zh-CN' | 'en'): string {
  const label = kindLabels[kind] ?? { zh: '其他', en: 'Other' };
  return language === 'en' ? label.en : label.zh;
}
