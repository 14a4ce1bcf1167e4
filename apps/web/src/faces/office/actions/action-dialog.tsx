import { ExclusionAction } from '../stages/exclusion-action.tsx';
import { FinishPartAction } from '../stages/finish-part-action.tsx';
import { OpenChildAction } from '../stages/open-child-action.tsx';
import { SplitAction } from '../stages/split-action.tsx';
import { RateAction, ReopenAction } from './answer-actions.tsx';
import type { CaseActionProps } from './case-action-props.ts';
import type { OfficeAction } from './case-actions.ts';
import { CheckAction } from './check-action.tsx';
import { ContactAction } from './contact-action.tsx';
import { DecideAction } from './decide-action.tsx';
import { DispatchAction } from './dispatch-action.tsx';
import { AskExtensionAction } from './extension-action.tsx';
import { HandleAction } from './handle-action.tsx';
import { MergeAction } from './merge-action.tsx';
import { NoteAction } from './note-action.tsx';
import { AcceptAction, TakeAction } from './plain-actions.tsx';
import { ReturnAction } from './return-action.tsx';
import { RetypeAction } from './retype-action.tsx';
import {
  AskSuspensionAction,
  AskVoidAction,
  DeclineAction,
  ResumeAction,
  SuperviseAction,
  UrgeAction,
} from './words-actions.tsx';

/** The dialog of one action on one case. */
export function ActionDialog({ action, ...props }: CaseActionProps & { readonly action: OfficeAction }) {
  switch (action) {
    case 'accept':
      return <AcceptAction {...props} />;
    case 'take':
      return <TakeAction {...props} />;
    case 'grant':
    case 'refuse':
      return <DecideAction decision={action} {...props} />;
    case 'check-pass':
    case 'check-fail':
      return <CheckAction verdict={action} {...props} />;
    case 'dispatch':
      return <DispatchAction {...props} />;
    case 'handle':
      return <HandleAction {...props} />;
    case 'rate':
      return <RateAction {...props} />;
    case 'reopen':
      return <ReopenAction {...props} />;
    case 'resume':
      return <ResumeAction {...props} />;
    case 'return':
      return <ReturnAction {...props} />;
    case 'ask-extension':
      return <AskExtensionAction {...props} />;
    case 'ask-suspension':
      return <AskSuspensionAction {...props} />;
    case 'ask-void':
      return <AskVoidAction {...props} />;
    case 'contact':
      return <ContactAction {...props} />;
    case 'note':
      return <NoteAction {...props} />;
    case 'urge':
      return <UrgeAction {...props} />;
    case 'supervise':
      return <SuperviseAction {...props} />;
    case 'merge':
      return <MergeAction {...props} />;
    case 'retype':
      return <RetypeAction {...props} />;
    case 'decline':
      return <DeclineAction {...props} />;
    case 'split':
      return <SplitAction {...props} />;
    case 'finish-part':
      return <FinishPartAction {...props} />;
    case 'open-child':
      return <OpenChildAction {...props} />;
    case 'ask-exclusion':
      return <ExclusionAction {...props} />;
  }
}
