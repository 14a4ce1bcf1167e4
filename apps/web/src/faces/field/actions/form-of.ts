import type { ActionContext, ActionForm } from './action-form.ts';
import { checkForm } from './check-form.ts';
import type { FormAction } from './form-actions.ts';
import { handleForm } from './handle-form.ts';
import { contactForm, noteForm } from './note-forms.ts';
import { extensionForm, resumeForm, returnForm, suspensionForm } from './request-forms.ts';
import { advanceForm, partForm } from './stage-forms.ts';

/** The form of an action. */
export function formOf(action: FormAction, context: ActionContext): ActionForm {
  switch (action) {
    case 'advance':
      return advanceForm(context);
    case 'finish-part':
      return partForm(context);
    case 'handle':
      return handleForm(context);
    case 'check-pass':
      return checkForm(context, 'pass');
    case 'check-fail':
      return checkForm(context, 'fail');
    case 'contact':
      return contactForm(context);
    case 'note':
      return noteForm(context);
    case 'ask-extension':
      return extensionForm(context);
    case 'ask-suspension':
      return suspensionForm(context);
    case 'resume':
      return resumeForm(context);
    case 'return':
      return returnForm(context);
  }
}
