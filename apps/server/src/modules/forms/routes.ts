import * as contract from '@linli/contract';
import { once, type Router } from '../../platform/http/route.ts';
import { takeAnswers } from './answer-questions.ts';
import { declineAsk, findAsks, keepAsk } from './asks.ts';
import { bearerOf } from './bearer.ts';
import { findBurden } from './burden.ts';
import type { FormDeps } from './deps.ts';
import { serveShared } from './fetch-shared.ts';
import { findReturnPage } from './get-return.ts';
import { findLedgers } from './items.ts';
import { findFormTags } from './list-form-tags.ts';
import { findFormList, findFormPage, findItemList, keepLegalItem } from './list-forms.ts';
import { findQuestions } from './list-questions.ts';
import { findReturnList } from './list-returns.ts';
import { judgeReturn, refillReturn, stepReturn } from './move-return.ts';
import { findNeeds, giveNeedKey, judgeNeed, keepNeed, stopNeed } from './needs.ts';
import { findBehind } from './open-cell.ts';
import { tryForm } from './preview-form.ts';
import { pullRows } from './pull-form.ts';
import { keepForm, putInForce, stopForm } from './save-form.ts';

/** Contract operation → command or query; no logic. */
export function formRoutes(router: Router, deps: FormDeps): void {
  router.route(contract.listLegalItems, (db, { actor }) => findItemList(db, deps, actor));
  router.route(contract.saveLegalItem, (db, call) => keepLegalItem(db, deps, call));
  router.route(contract.listLedgers, async (db) => ({ ledgers: await findLedgers(db) }));
  router.route(contract.saveForm, (db, call) => keepForm(db, deps, call));
  router.route(contract.previewForm, (db, call) => tryForm(db, deps, call));
  router.route(contract.publishForm, (db, call) => putInForce(db, deps, call));
  router.route(contract.endForm, (db, call) => stopForm(db, deps, call));
  router.route(contract.listFormTags, (db, { actor }) => findFormTags(db, deps, actor));
  router.route(contract.listForms, (db, call) => findFormList(db, deps, call));
  router.route(contract.getForm, (db, call) => findFormPage(db, deps, call));
  router.route(contract.listReturns, (db, call) => findReturnList(db, deps, call));
  router.route(contract.getReturn, (db, call) => findReturnPage(db, deps, call));
  router.route(contract.openCell, (db, call) => findBehind(db, deps, call));
  router.route(contract.listQuestions, (db, call) => findQuestions(db, deps, call));
  router.route(contract.answerQuestions, (db, call) => takeAnswers(db, deps, call));
  router.route(contract.fillReturn, (db, call) => refillReturn(db, call));
  router.route(contract.moveReturn, (db, call) => stepReturn(db, deps, call));
  router.route(contract.decideReturn, (db, call) => judgeReturn(db, deps, call));
  router.route(contract.pullForm, (db, call) => pullRows(db, deps, call));
  router.route(contract.registerAsk, (db, call) => keepAsk(db, deps, call));
  router.route(contract.refuseAsk, (db, call) => declineAsk(db, call));
  router.route(contract.listAsks, (db, call) => findAsks(db, deps, call));
  router.route(contract.getBurden, (db, call) => findBurden(db, deps, call));
  router.route(contract.fileNeed, (db, call) => keepNeed(db, deps, call));
  router.route(contract.decideNeed, (db, call) => judgeNeed(db, deps, call));
  router.route(contract.endNeed, (db, call) => stopNeed(db, deps, call));
  router.route(contract.listNeeds, (db, { actor }) => findNeeds(db, deps, actor));
  router.route(contract.fetchShared, (db, call) =>
    serveShared(db, deps, { ...call, key: bearerOf(call.request.headers.authorization) }),
  );
  // A key is told once and stored nowhere, not even with the answer of the request.
  router.routeOuter(contract.makeNeedKey, (database, call) =>
    database.as(call.actor, (db) =>
      once(
        db,
        contract.makeNeedKey,
        call,
        () => giveNeedKey(db, deps, call),
        () => ({ key: null }),
      ),
    ),
  );
}
