import type { PostView } from '@linli/contract';
import { maySealedBeGranted } from '@linli/domain';
import { App, Button, Popconfirm, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { useGrantSealed } from '../../../features/org/grant-sealed.ts';
import { readRefusal } from '../actions/read-refusal.ts';

/** Whether a post was let into sealed matters of its place, and the button that lets it in or shuts it out. */
export function SealedGrant({ post, mayEdit }: { readonly post: PostView; readonly mayEdit: boolean }) {
  const { t } = useTranslation(['org', 'office', 'common']);
  const { message } = App.useApp();
  const { mutateAsync, isPending } = useGrantSealed();
  const words = t(post.sealed ? 'org:sealed.withdraw' : 'org:sealed.grant');
  async function change(): Promise<void> {
    try {
      await mutateAsync({ postId: post.id, sealed: !post.sealed });
      message.success(t(post.sealed ? 'org:sealed.withdrawn' : 'org:sealed.granted'));
    } catch (cause) {
      message.error(readRefusal(cause, t('office:refusal.unknown')).message);
    }
  }
  return (
    <>
      {post.sealed ? <Tag color="purple">{t('org:sealed.tag')}</Tag> : null}
      {mayEdit && (post.sealed || maySealedBeGranted(post.role)) ? (
        <Popconfirm
          title={words}
          description={t('org:sealed.explains')}
          okText={words}
          cancelText={t('common:action.cancel')}
          onConfirm={() => void change()}
        >
          <Button size="small" type="link" loading={isPending}>
            {words}
          </Button>
        </Popconfirm>
      ) : null}
    </>
  );
}
