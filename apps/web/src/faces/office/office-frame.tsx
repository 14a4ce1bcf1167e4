import { App, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../text/init-text.ts';
import { OFFICE_THEME } from '../../ui/office-theme.ts';

/** antd in our colours and the reader's language. */
export function OfficeFrame({ children }: { readonly children: ReactNode }) {
  const { i18n } = useTranslation();
  return (
    <ConfigProvider
      theme={OFFICE_THEME}
      locale={currentLanguage(i18n) === 'en' ? enUS : zhCN}
      button={{ autoInsertSpace: false }}
    >
      <App>{children}</App>
    </ConfigProvider>
  );
}
