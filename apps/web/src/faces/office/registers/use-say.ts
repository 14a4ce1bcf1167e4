import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { readRefusal } from '../actions/read-refusal.ts';

/** For a command behind one button: says that it is done, or why not. */
export function useSay(): (done: string) => { onSuccess: () => void; onError: (error: unknown) => void } {
  const { t } = useTranslation('office');
  const { message } = App.useApp();
  return (done) => ({
    onSuccess: () => void message.success(done),
    onError: (error) => void message.error(readRefusal(error, t('refusal.unknown')).message),
  });
}
