/** A county-level division that is no more; numbers issued under its code stay valid for life. */
export type WithdrawnDivision = {
  code: string;
  /** The year its code was last given out. */
  until: number;
  zh: string;
  en: string;
  /** Six digits of the district its ground belongs to now. */
  nowIn: string;
};

const row = (code: string, until: number, zh: string, en: string, nowIn: string): WithdrawnDivision => ({
  code,
  until,
  zh,
  en,
  nowIn,
});

/** Shanghai's withdrawn county-level codes (GB/T 2260 and its amendments since 1980). Years as commonly reported, for display only. */
export const withdrawnDivisions: readonly WithdrawnDivision[] = [
  row('310102', 2000, '南市区', 'Nanshi', '310101'),
  row('310103', 2011, '卢湾区', 'Luwan', '310101'),
  row('310108', 2015, '闸北区', 'Zhabei', '310106'),
  row('310111', 1988, '吴淞区', 'Wusong', '310113'),
  row('310119', 2009, '南汇区', 'Nanhui', '310115'),
  row('310221', 1992, '上海县', 'Shanghai County', '310112'),
  row('310222', 1992, '嘉定县', 'Jiading County', '310114'),
  row('310223', 1988, '宝山县', 'Baoshan County', '310113'),
  row('310224', 1992, '川沙县', 'Chuansha County', '310115'),
  row('310225', 2001, '南汇县', 'Nanhui County', '310115'),
  row('310226', 2001, '奉贤县', 'Fengxian County', '310120'),
  row('310227', 1998, '松江县', 'Songjiang County', '310117'),
  row('310228', 1997, '金山县', 'Jinshan County', '310116'),
  row('310229', 1999, '青浦县', 'Qingpu County', '310118'),
  row('310230', 2016, '崇明县', 'Chongming County', '310151'),
];

const byCode = new Map(withdrawnDivisions.map((division) => [division.code, division]));

/** The withdrawn division of a six-digit code; null for one in use or not of Shanghai. */
export function findWithdrawnDivision(code: string): WithdrawnDivision | null {
  return byCode.get(code) ?? null;
}
