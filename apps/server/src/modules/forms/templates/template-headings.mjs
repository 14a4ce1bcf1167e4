// Headings of a department's own file, the same in workbooks and documents. Plain JavaScript: see template-worker.mjs.

/** The words of a cell that may be a heading of a column. */
export function isHeading(value) {
  return typeof value === 'string' && value.trim() !== '' && value.trim().length <= 40 && !isLine(value);
}

/** 填报单位：, 填报日期：  年  月  日: a line above or below the table that somebody fills in by hand, no heading. */
function isLine(value) {
  return /[:：]\s*$|[:：].*年.*月|^(填报|填表|制表|审核|负责人|联系人|单位)[^/]*[:：]/u.test(value.trim());
}

/** The words above a column, highest first, a merged one once, joined by `/`; one that stands in a heading becomes a wide one. */
export function headingOf(parts) {
  return parts
    .map((part) => part.replaceAll('/', '／'))
    .filter((part, at, all) => part !== '' && part !== all[at - 1])
    .join('/')
    .slice(0, 120);
}
