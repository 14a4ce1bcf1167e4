/** What the care page keeps in its address: an area, a class, a grade of it. */
export type CareSearch = { areaId?: string; code?: string; grade?: string };

/** Reads an address; what does not fit is left out. */
export function readCareSearch(raw: Record<string, unknown>): CareSearch {
  const code = /^[a-z0-9][a-z0-9-]{1,39}$/;
  const areaId = fitting(raw.areaId, /^[0-9a-f-]{36}$/i);
  const classCode = fitting(raw.code, code);
  const grade = fitting(raw.grade, code);
  return {
    ...(areaId === undefined ? {} : { areaId }),
    ...(classCode === undefined ? {} : { code: classCode }),
    ...(classCode === undefined || grade === undefined ? {} : { grade }),
  };
}

function fitting(value: unknown, form: RegExp): string | undefined {
  return typeof value === 'string' && form.test(value) ? value : undefined;
}
