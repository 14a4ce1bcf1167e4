const shanghaiMs = 8 * 3_600_000;
/** Days before 1970 in a spreadsheet's count, which begins on 30 December 1899. */
const sheetEpochDays = 25_569;

/**
 * A time as tables write it: `2024-01-01 08:00:05`, `2024/1/1 8:00`, `2024年1月1日8时0分`, `20240101080005`, a day alone, ISO with a zone, or
 * a spreadsheet's serial number. Without a zone it is Shanghai's. Null when it is none of these or no such day exists.
 */
export function readInstant(text: string): Date | null {
  const trimmed = text.normalize('NFKC').trim();
  if (/^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:?\d\d)$/.test(trimmed)) return valid(Date.parse(trimmed));
  if (/^\d{5}(\.\d+)?$/.test(trimmed))
    return valid(Math.round((Number(trimmed) - sheetEpochDays) * 86_400) * 1000 - shanghaiMs);
  const found =
    /^(\d{4})(?:[-/.年])(\d{1,2})(?:[-/.月])(\d{1,2})日?(?:[T\s]*(\d{1,2})(?:[:时点])(\d{1,2})(?:[:分](\d{1,2}))?(?:\.\d+)?[分秒]?)?$/.exec(
      trimmed,
    ) ?? /^(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d))?$/.exec(trimmed);
  if (!found) return null;
  const [, year, month, day, hour = '0', minute = '0', second = '0'] = found;
  const parts = [year, month, day, hour, minute, second].map(Number);
  const [y = 0, mo = 0, d = 0, h = 0, mi = 0, s = 0] = parts;
  if (h > 23 || mi > 59 || s > 59) return null;
  const at = Date.UTC(y, mo - 1, d, h, mi, s);
  // 30 February would silently become 2 March.
  if (new Date(at).getUTCDate() !== d || new Date(at).getUTCMonth() !== mo - 1) return null;
  return valid(at - shanghaiMs);
}

function valid(ms: number): Date | null {
  return Number.isNaN(ms) ? null : new Date(ms);
}
