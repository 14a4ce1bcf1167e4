/** What a unit may be; packs name them in targets, escalations and fields. */
export const unitKinds = [
  'department',
  'property-firm',
  'committee',
  'operator',
  'station',
  'owners-committee',
] as const;
