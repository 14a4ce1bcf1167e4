/**
 * Opens the phone's map app (or its page) with the way on foot. The address takes WGS-84 as we keep it; nothing is
 * loaded from there before the worker taps. Source: AMap URI API, “navigation”.
 */
export function navigateUrl(point: { readonly lng: number; readonly lat: number }, name: string): string {
  const to = `${point.lng.toFixed(6)},${point.lat.toFixed(6)},${name.replaceAll(',', ' ')}`;
  return `https://uri.amap.com/navigation?${new URLSearchParams({ to, mode: 'walk', coordinate: 'wgs84', callnative: '1' })}`;
}
