/** One line of CSV as spreadsheets take it: quoted where needed, ended by CR LF. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\r\n`;
}

/** Words people typed, so that no spreadsheet takes them for a formula. */
export function plainCell(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

/** Marks the file as UTF-8 for spreadsheets. */
export const csvMark = '\uFEFF';
