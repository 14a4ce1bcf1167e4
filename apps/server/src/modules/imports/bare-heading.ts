import { plainWord } from './compile-mapping.ts';

/** `主办单位（必填）` and `联系时间 (note5)` are 主办单位 and 联系时间. */
export function bareHeading(heading: string): string {
  return plainWord(
    heading
      .normalize('NFKC')
      .replace(/[([【].*?[)\]】]/gu, '')
      .replace(/[*:]/gu, ''),
  );
}
