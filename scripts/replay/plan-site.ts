import type { PastRequest } from './read-requests.ts';

export const site = { code: 'baltimore-311', name: 'Baltimore 311' } as const;

/** The code of the lowest area a request names: neighbourhood in its district, else the district, else the site. */
export function areaCodeOf({ district, neighbourhood }: Pick<PastRequest, 'district' | 'neighbourhood'>): string {
  const districtCode = district === '' ? '' : `${site.code}-d${slug(district)}`;
  if (neighbourhood === '') return districtCode || site.code;
  return `${districtCode || `${site.code}-dx`}-${slug(neighbourhood)}`.slice(0, 60);
}

/** The site as a list of places: a neighbourhood that reaches into two districts is an area in each, as the file says. */
export function planSite(requests: readonly PastRequest[]): string {
  const rows = new Map<string, string[]>();
  rows.set(site.code, [site.code, site.name, '', '1', 'city']);
  for (const request of requests) {
    const { district, neighbourhood } = request;
    if (district === '' && neighbourhood === '') continue;
    const districtCode = `${site.code}-d${district === '' ? 'x' : slug(district)}`;
    const districtName = district === '' ? 'District not named' : `Council District ${district}`;
    rows.set(districtCode, [districtCode, districtName.slice(0, 60), site.code, '2', 'council-district']);
    if (neighbourhood === '') continue;
    const code = areaCodeOf(request);
    rows.set(code, [code, neighbourhood.slice(0, 60), districtCode, '3', 'neighbourhood']);
  }
  const lines = [...rows.values()].sort(
    (a, b) => Number(a[3]) - Number(b[3]) || (a[0] ?? '').localeCompare(b[0] ?? '', 'en'),
  );
  return ['code,name,parent_code,level,kind', ...lines.map((cells) => cells.map(quoted).join(','))].join('\n');
}

function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
