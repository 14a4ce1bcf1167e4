import { addSubject } from './add-subject.ts';
import { askCorrection } from './ask-correction.ts';
import { changeFields } from './change-fields.ts';
import { confirmFields } from './confirm-fields.ts';
import { decideCorrection } from './decide-correction.ts';
import { decideGuardian } from './decide-guardian.ts';
import { endGuardian } from './end-guardian.ts';
import { endSubject } from './end-subject.ts';
import { getCareFigures } from './get-care-figures.ts';
import { getElderly } from './get-elderly.ts';
import { getHouseholdFile } from './get-household-file.ts';
import { getSubject } from './get-subject.ts';
import { issueComponentCode } from './issue-component-code.ts';
import { joinHouseholds } from './join-households.ts';
import { keepApart } from './keep-apart.ts';
import { linkAccount } from './link-account.ts';
import { linkMyAccount } from './link-my-account.ts';
import { listCare } from './list-care.ts';
import { listComponentClasses } from './list-component-classes.ts';
import { listCorrections } from './list-corrections.ts';
import { listEntitled } from './list-entitled.ts';
import { listFactHistory } from './list-fact-history.ts';
import { listLettingChecks } from './list-letting-checks.ts';
import { listMySubjects } from './list-my-subjects.ts';
import { listReveals } from './list-reveals.ts';
import { listSamePairs } from './list-same-pairs.ts';
import { listSubjects } from './list-subjects.ts';
import { mergeSubjects } from './merge-subjects.ts';
import { moveHome } from './move-home.ts';
import { moveIn } from './move-in.ts';
import { moveOut } from './move-out.ts';
import { recordDeath } from './record-death.ts';
import { recordLettingCheck } from './record-letting-check.ts';
import { revealField } from './reveal-field.ts';
import { reviveSubject } from './revive-subject.ts';
import { setGuardian } from './set-guardian.ts';
import { splitHousehold } from './split-household.ts';
import { askTagExport } from './tags/ask-tag-export.ts';
import { countByTags } from './tags/count-by-tags.ts';
import { decideTagExport } from './tags/decide-tag-export.ts';
import { deleteTagView } from './tags/delete-tag-view.ts';
import { listByTags } from './tags/list-by-tags.ts';
import { listSubjectTags } from './tags/list-subject-tags.ts';
import { listTagExports } from './tags/list-tag-exports.ts';
import { listTagViews } from './tags/list-tag-views.ts';
import { listTags } from './tags/list-tags.ts';
import { saveTag } from './tags/save-tag.ts';
import { saveTagView } from './tags/save-tag-view.ts';
import { setTag } from './tags/set-tag.ts';
import { switchTag } from './tags/switch-tag.ts';
import { tryTagRule } from './tags/try-tag-rule.ts';
import { unsetTag } from './tags/unset-tag.ts';
import { undoMerge } from './undo-merge.ts';

export const registersOperations = {
  addSubject,
  askCorrection,
  changeFields,
  confirmFields,
  decideCorrection,
  decideGuardian,
  endGuardian,
  endSubject,
  getCareFigures,
  getElderly,
  getHouseholdFile,
  getSubject,
  issueComponentCode,
  joinHouseholds,
  keepApart,
  linkAccount,
  linkMyAccount,
  listCare,
  listComponentClasses,
  listCorrections,
  listEntitled,
  listLettingChecks,
  listFactHistory,
  listMySubjects,
  listReveals,
  listSamePairs,
  listSubjects,
  mergeSubjects,
  moveHome,
  moveIn,
  moveOut,
  recordDeath,
  recordLettingCheck,
  revealField,
  reviveSubject,
  setGuardian,
  splitHousehold,
  askTagExport,
  countByTags,
  decideTagExport,
  deleteTagView,
  listByTags,
  listSubjectTags,
  listTagExports,
  listTagViews,
  listTags,
  saveTagView,
  saveTag,
  setTag,
  switchTag,
  tryTagRule,
  unsetTag,
  undoMerge,
} as const;
