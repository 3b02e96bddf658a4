// A workbook one of ours uploaded, judged against what the vendor answered and what is filled in for it. What the vendor said itself is
// never touched; what was filled in before gives way only where it is chosen.
import { isVendorsOwn } from "#app/domain/assessment/answer-source.ts";
import { en } from "#app/i18n/en.ts";
import type { Portal } from "../../platform/portal.server.ts";
import type { Reader } from "../../platform/store.server.ts";
import { listAnswers } from "../answers.queries.server.ts";
import type { AssessmentRow } from "../assessments.queries.server.ts";
import { type JudgedWorkbook, judgeWorkbook, type Standing } from "../portal/workbook/judge-workbook.server.ts";
import type { UploadContent } from "../portal/workbook/upload-content.server.ts";
import { listPrepared } from "./prepared-answers.repo.server.ts";

/** Of no revision a workbook can have been made from: what is filled in is shown to nobody who makes one. */
const ofNoWorkbook = -1;

export async function judgeForVendor(
  portal: Portal,
  from: Reader,
  assessment: AssessmentRow,
  content: UploadContent,
  takes: ReadonlySet<string>,
  now: Date,
): Promise<JudgedWorkbook> {
  const { organisationId, id } = assessment;
  const standing = new Map<string, Standing>();
  for (const { origin, givenBy, givenAt, ...answer } of await listAnswers(from, organisationId, id))
    standing.set(answer.questionKey, { ...answer, by: givenBy, at: givenAt, isFixed: isVendorsOwn(origin) });
  for (const { byRole, at, ...answer } of await listPrepared(from, organisationId, id)) {
    if (standing.get(answer.questionKey)?.isFixed) continue;
    standing.set(answer.questionKey, { ...answer, revision: ofNoWorkbook, by: en.portal.roles[byRole], at, isFixed: false });
  }
  return judgeWorkbook(portal, from, assessment, content, takes, now, standing);
}
