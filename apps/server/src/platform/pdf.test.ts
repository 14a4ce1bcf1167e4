import { describe, expect, it } from 'vitest';
import { writePdf } from './pdf.ts';

describe('papers', () => {
  it('are PDF with their Chinese font inside', async () => {
    const bytes = await writePdf({
      title: '人民调解协议书',
      reference: '(2026)陆人调字第12号',
      watermark: '样张',
      foot: '20260316-000012',
      blocks: [
        { kind: 'heading', text: '纠纷主要事实' },
        { kind: 'text', text: '双方因楼上漏水产生争议。'.repeat(200) },
        { kind: 'line', label: '当事人', value: '' },
        { kind: 'signatures', names: ['甲方', '乙方'] },
      ],
    });
    const text = bytes.toString('latin1');
    expect(text.startsWith('%PDF-1.')).toBe(true);
    expect(text).toContain('/FontFile2');
    expect(text).toContain('NotoSansSC');
    expect(text.match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(1);
  });

  it('fail with the reason when a picture is none', async () => {
    const blocks = [{ kind: 'picture', jpeg: Buffer.from('no picture') }] as const;
    await expect(writePdf({ title: '告知书', reference: null, watermark: null, foot: '', blocks })).rejects.toThrow();
  });
});
