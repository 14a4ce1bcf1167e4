/** What the page keeps in its address: an area, and the policy whose people are shown. */
export type ElderlySearch = { areaId?: string; policy?: string; served?: boolean };

/** Reads an address; what does not fit is left out. */
export function readElderlySearch(raw: Record<string, unknown>): ElderlySearch {
  const areaId = typeof raw.areaId === 'string' && /^[0-9a-f-]{36}$/i.test(raw.areaId) ? raw.areaId : undefined;
  const policy =
    typeof raw.policy === 'string' && /^[a-z0-9][a-z0-9-]{1,39}$/.test(raw.policy) ? raw.policy : undefined;
  return {
    ...(areaId === undefined ? {} : { areaId }),
    ...(policy === undefined ? {} : { policy }),
    ...(policy !== undefined && (raw.served === true || raw.served === 'true') ? { served: true } : {}),
  };
}
