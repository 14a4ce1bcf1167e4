import {
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
  listFactHistory,
  listLettingChecks,
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
  undoMerge,
} from '@linli/contract';
import type { RateLimit } from '../../platform/http/rate-limit.ts';
import { once, type Router } from '../../platform/http/route.ts';
import { findCare, findCareFigures, findEntitled } from './care/read-care.ts';
import type { RegisterDeps } from './deps.ts';
import { findElderly } from './elderly/get-elderly.ts';
import { enterSubject } from './entry/add-subject.ts';
import { classesFor, componentClasses } from './entry/component-classes.ts';
import { numberComponent } from './entry/component-code.ts';
import { answerGuardian } from './events/guardian-waits.ts';
import { enterGuardian, finishGuardian } from './events/guardians.ts';
import { divideHousehold, uniteHouseholds } from './events/households.ts';
import { moveBetweenHomes } from './events/move-home.ts';
import { comeToLive } from './events/move-in.ts';
import { bringBack, endByDeath, endThing, leaveArea } from './events/record-death.ts';
import { enterFields } from './fields/change-fields.ts';
import { confirmValues } from './fields/confirm-fields.ts';
import { answerCorrection, findCorrections, requestCorrection } from './fields/corrections.ts';
import { findHouseholdFile } from './file/household-file.ts';
import { findSubject } from './get-subject.ts';
import { findLettingChecks } from './letting/list-letting-checks.ts';
import { checkLetting } from './letting/record-letting-check.ts';
import { findFactHistory } from './list-fact-history.ts';
import { findSubjects } from './list-subjects.ts';
import { findMySubjects, linkAtDesk, proveMyself } from './reveals/link-account.ts';
import { findRevealsMade } from './reveals/list-reveals.ts';
import { showField } from './reveals/reveal-field.ts';
import { findSamePairs } from './same/list-same-pairs.ts';
import { declareDifferent, joinSubjects, partSubjects } from './same/merge-subjects.ts';
import { secretHash } from './store/secrets.ts';

export function registerRoutes(router: Router, deps: RegisterDeps, proofs: RateLimit): void {
  router.route(listSubjects, (db, call) => findSubjects(db, deps, call));
  router.route(getSubject, (db, { actor, input, now }) =>
    findSubject(db, deps, { actor, subjectId: input.subjectId, now }),
  );
  router.route(listFactHistory, (db, call) => findFactHistory(db, call));
  router.route(getHouseholdFile, (db, { actor, input, now }) =>
    findHouseholdFile(db, deps, { actor, subjectId: input.subjectId, now }),
  );
  router.route(addSubject, (db, call) => enterSubject(db, deps, call));
  router.route(issueComponentCode, (db, call) => numberComponent(db, deps, call));
  router.route(changeFields, (db, call) => enterFields(db, deps, call));
  router.route(confirmFields, (db, call) => confirmValues(db, call));
  router.route(listComponentClasses, (_, { input }) =>
    Promise.resolve({
      classes: classesFor(input.kind).map((code) => ({ code, name: componentClasses.get(code) ?? code })),
    }),
  );
  router.route(askCorrection, (db, call) => requestCorrection(db, deps, call));
  router.route(decideCorrection, (db, call) => answerCorrection(db, deps, call));
  router.route(listCorrections, (db, call) => findCorrections(db, deps, call));

  router.route(recordDeath, (db, call) => endByDeath(db, call));
  router.route(moveOut, (db, call) => leaveArea(db, call));
  router.route(moveIn, (db, call) => comeToLive(db, deps, call));
  router.route(moveHome, (db, call) => moveBetweenHomes(db, call));
  router.route(splitHousehold, (db, call) => divideHousehold(db, call));
  router.route(joinHouseholds, (db, call) => uniteHouseholds(db, call));
  router.route(endSubject, (db, call) => endThing(db, call));
  router.route(reviveSubject, (db, call) => bringBack(db, call));
  router.route(setGuardian, (db, call) => enterGuardian(db, call));
  router.route(decideGuardian, (db, call) => answerGuardian(db, call));
  router.route(endGuardian, (db, call) => finishGuardian(db, call));

  // The answer is kept for a repeat without what was shown: a number stands in no table in plain text.
  router.routeOuter(revealField, (database, call) =>
    database.as(call.actor, (db) =>
      once(
        db,
        revealField,
        call,
        () => showField(db, deps, call),
        (shown) => ({ ...shown, value: '' }),
      ),
    ),
  );
  router.route(listReveals, (db, call) => findRevealsMade(db, deps, call));
  router.route(linkMyAccount, (db, call) => {
    // Counted before it is looked up: a number is not found by trying.
    const { documentKind, number } = call.input;
    const tried = secretHash(deps.crypto, 'idNumber', JSON.stringify([call.requestId, documentKind, number]));
    proofs.hit(call.actor.accountId ?? call.address, tried.toString('hex'));
    return proveMyself(db, deps, call);
  });
  router.route(linkAccount, (db, call) => linkAtDesk(db, deps, call));
  router.route(listMySubjects, (db, { actor }) => findMySubjects(db, actor));

  router.route(listSamePairs, (db, call) => findSamePairs(db, deps, call));
  router.route(mergeSubjects, (db, call) => joinSubjects(db, deps, call));
  router.route(keepApart, (db, call) => declareDifferent(db, call));
  router.route(undoMerge, (db, call) => partSubjects(db, deps, call));

  router.route(listCare, (db, call) => findCare(db, deps, call));
  router.route(getCareFigures, (db, call) => findCareFigures(db, deps, call));
  router.route(getElderly, (db, call) => findElderly(db, deps, call));
  router.route(listEntitled, (db, call) => findEntitled(db, deps, call));
  router.route(recordLettingCheck, (db, call) => checkLetting(db, deps, call));
  router.route(listLettingChecks, (db, call) => findLettingChecks(db, deps, call));
}
