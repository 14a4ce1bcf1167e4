// Shown as the first; typed as any of them. What is typed is taken as soon as it is whole, so that no beginning of one may be whole by
// another: `YYYY-M-D` would take `2026-11-2` out of the hands of whoever types `2026-11-22`.
export const DAY_FORMATS = ['YYYY-MM-DD', 'YYYY/MM/DD', 'YYYYMMDD', 'YYYY年M月D日'];
export const TIME_FORMATS = ['YYYY-MM-DD HH:mm', 'YYYY-M-D H:mm', 'YYYY/M/D H:mm'];
