import { assignPost } from './assign-post.ts';
import { changePassword } from './change-password.ts';
import { getSession } from './get-session.ts';
import { listAccounts } from './list-accounts.ts';
import { listDemoSignIns } from './list-demo-sign-ins.ts';
import { listRevealsAboutMe } from './list-reveals-about-me.ts';
import { requestOwnCode } from './request-own-code.ts';
import { requestPhoneCode } from './request-phone-code.ts';
import { resetPassword } from './reset-password.ts';
import { setAccountActive } from './set-account-active.ts';
import { signInByPassword } from './sign-in-by-password.ts';
import { signInByPhone } from './sign-in-by-phone.ts';
import { signInToDemo } from './sign-in-to-demo.ts';
import { signOut } from './sign-out.ts';

export const accessOperations = {
  changePassword,
  getSession,
  listDemoSignIns,
  listRevealsAboutMe,
  requestOwnCode,
  requestPhoneCode,
  signInByPassword,
  signInByPhone,
  signInToDemo,
  signOut,
  assignPost,
  listAccounts,
  resetPassword,
  setAccountActive,
} as const;
