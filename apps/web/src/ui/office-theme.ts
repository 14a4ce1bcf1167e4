import type { ThemeConfig } from 'antd';
import { FONT_STACK } from './chinese-font.ts';
import { LIGHT } from './palette.ts';

/** antd in our hand: the same colours, one radius, rows of 32 px. */
export const OFFICE_THEME: ThemeConfig = {
  token: {
    colorPrimary: LIGHT.action,
    colorInfo: LIGHT.action,
    colorLink: LIGHT.action,
    colorSuccess: LIGHT.good,
    colorWarning: LIGHT.caution,
    colorError: LIGHT.bad,
    colorInfoBg: LIGHT.actionSoft,
    colorSuccessBg: LIGHT.goodSoft,
    colorWarningBg: LIGHT.cautionSoft,
    colorErrorBg: LIGHT.badSoft,
    colorText: LIGHT.ink,
    colorTextSecondary: LIGHT.inkSoft,
    colorTextTertiary: LIGHT.inkSoft,
    colorTextPlaceholder: LIGHT.inkSoft,
    colorBorder: LIGHT.lineStrong,
    colorBorderSecondary: LIGHT.line,
    colorBgLayout: LIGHT.paper,
    colorBgContainer: LIGHT.surface,
    fontFamily: FONT_STACK,
    fontSize: 14,
    fontSizeLG: 16,
    fontSizeHeading1: 20,
    borderRadius: 8,
    borderRadiusSM: 8,
    borderRadiusLG: 8,
    controlHeight: 32,
    wireframe: false,
    motionDurationMid: '0.1s',
    motionDurationSlow: '0.15s',
  },
  components: {
    // With the one radius a tick box of 16 px would look like a radio button, and a tag like a button.
    Checkbox: { borderRadiusSM: 3 },
    Tag: { borderRadiusSM: 4 },
    Table: {
      cellPaddingBlockSM: 5,
      cellPaddingInlineSM: 8,
      headerBg: LIGHT.paper,
      rowHoverBg: LIGHT.actionSoft,
      rowSelectedBg: LIGHT.actionSoft,
    },
  },
};
