// The vendor's way through a workbook: the file to take away, the page it comes back to, and the report of what saving it would do.

import type { AnswerInput } from "#app/domain/assessment/answer-input.ts";
import type { VendorFrame } from "#app/domain/assessment/vendor-page.ts";
import { unknownObject } from "#app/domain/errors.ts";
import type { Language } from "#app/domain/questionnaire/questionnaire.ts";
import { instantIn } from "#app/domain/report/report-format.ts";
import { answerWords } from "#app/i18n/answer-words.ts";
import { en } from "#app/i18n/en.ts";
import { workbookProblemWords } from "#app/i18n/workbook-problem-words.ts";
import { workbookWords } from "#app/i18n/workbook-words.ts";
import type { VendorContext } from "../../../platform/request-context.server.ts";
import { portalFacts } from "../portal-facts.queries.server.ts";
import { vendorQuestions } from "../vendor-questions.server.ts";
import { type JudgedWorkbook, judgeWorkbook } from "./judge-workbook.server.ts";
import { openContent } from "./upload-content.server.ts";
import { workbookFacts } from "./workbook-facts.server.ts";
import { findWorkbookUpload, listOpenWorkbookUploads } from "./workbook-uploads.repo.server.ts";
import { writeWorkbook } from "./write-workbook.server.ts";

/** The workbook with the answers so far. */
export async function downloadWorkbook(ctx: VendorContext, language: Language): Promise<{ fileName: string; bytes: Uint8Array }> {
  const { assessment, vendor, answers, files, frame } = await portalFacts(ctx);
  const head = { ...frame, madeAt: ctx.now };
  const bytes = await writeWorkbook(workbookFacts({ assessmentId: assessment.id, head, vendor, answers, files }, language));
  return { fileName: workbookWords[language].fileName(frame.service), bytes };
}

export interface WorkbookPage {
  frame: VendorFrame;
  waiting: { id: string; fileName: string; uploadedBy: string; at: string }[];
  maxUploadBytes: number;
}

export async function viewWorkbookPage(ctx: VendorContext): Promise<WorkbookPage> {
  const { organisationId, assessmentId } = ctx.actor;
  const { frame } = await portalFacts(ctx);
  const waiting = await listOpenWorkbookUploads(ctx.portal.store.read, organisationId, assessmentId, ctx.now);
  return {
    frame,
    waiting: waiting.map(({ uploadedAt, ...rest }) => ({ ...rest, at: instantIn(frame.timeZone, uploadedAt.toISOString()) })),
    maxUploadBytes: ctx.portal.config.uploadMaxBytes,
  };
}

export interface ReportLine {
  questionKey: string;
  question: string;
  place: string;
  /** What would be saved, or is wrong. */
  says: string;
}

export interface WorkbookReport {
  frame: VendorFrame;
  uploadId: string;
  fileName: string;
  /** It has a page of its own. */
  isCaiq: boolean;
  saves: ReportLine[];
  /** Answered online since the workbook was made; `theirs` stays unless chosen otherwise. */
  newer: (ReportLine & { theirs: string; by: string; at: string })[];
  invalid: ReportLine[];
  notAsked: ReportLine[];
  same: number;
  empty: number;
  stray: { place: string; says: string }[];
  /** Documents that will be attached, and the others with the reason. */
  files: { name: string; question: string; says: string; isTaken: boolean }[];
  unnamed: string[];
}

export async function viewWorkbookReport(ctx: VendorContext, uploadId: string): Promise<WorkbookReport> {
  const { portal, now } = ctx;
  const { organisationId, assessmentId } = ctx.actor;
  const { read } = portal.store;
  const { assessment, frame } = await portalFacts(ctx);
  const upload = await findWorkbookUpload(read, organisationId, assessmentId, uploadId, now);
  if (!upload) throw unknownObject();
  const content = openContent(portal, upload);
  const judged = await judgeWorkbook(portal, read, assessment, content, new Set(), now);
  const words = en.portal.workbook;
  const textOf = (key: string) => vendorQuestions(judged.form)[judged.form.indexOf.get(key) ?? -1]?.text ?? "";
  const lines = <T>(pick: (each: JudgedWorkbook["rows"][number], line: Omit<ReportLine, "says">) => T[]) =>
    judged.rows.flatMap((each) => {
      const { questionKey, place } = each.row;
      return pick(each, { questionKey, question: textOf(questionKey), place });
    });
  const shown = (questionKey: string, answer: AnswerInput) =>
    shownAnswer(vendorQuestions(judged.form)[judged.form.indexOf.get(questionKey)!]!, answer);
  return {
    frame,
    uploadId,
    fileName: upload.fileName,
    isCaiq: content.caiq !== undefined,
    saves: lines(({ fate }, line) => (fate.is === "save" ? [{ ...line, says: shown(line.questionKey, fate.answer) }] : [])),
    newer: lines(({ fate }, line) => {
      const theirs = judged.current.get(line.questionKey);
      if (fate.is !== "newer" || !theirs) return [];
      const at = instantIn(frame.timeZone, theirs.givenAt.toISOString());
      return [{ ...line, says: shown(line.questionKey, fate.answer), theirs: shown(line.questionKey, theirs), by: theirs.givenBy, at }];
    }),
    invalid: lines(({ fate }, line) => (fate.is === "invalid" ? [{ ...line, says: workbookProblemWords(fate.problem, en.portal) }] : [])),
    notAsked: lines(({ fate }, line) => (fate.is === "not_asked" ? [{ ...line, says: "" }] : [])),
    same: judged.rows.filter(({ fate }) => fate.is === "same").length,
    empty: judged.rows.filter(({ fate }) => fate.is === "empty").length,
    stray: content.stray.map(({ place, text, because }) => ({ place, says: `${words.stray[because]}${text === "" ? "" : `: ${text}`}` })),
    files: content.files.map(({ fileName, questionKey, fate }) => {
      const isAsked = judged.after.state.visible[judged.form.indexOf.get(questionKey) ?? -1] === 1;
      const isThere = fate.is === "waits" && judged.isAttached(questionKey, fate.file.sha256);
      const isTaken = fate.is === "waits" && isAsked && !isThere;
      const says =
        fate.is === "refused"
          ? fate.says
          : isThere
            ? words.files.attached
            : isTaken
              ? words.files.waits
              : words.files[fate.is === "waits" ? "not_asked" : fate.is];
      return { name: fileName, question: textOf(questionKey), says, isTaken };
    }),
    unnamed: content.unnamed,
  };
}

/** The answer with everything said beside it. */
function shownAnswer(question: ReturnType<typeof vendorQuestions>[number], { value, comment, reason, instead }: AnswerInput): string {
  const words = en.portal;
  const proof =
    instead?.is === "covered"
      ? words.check.covered(instead.document, instead.page)
      : instead?.is === "later"
        ? words.check.promised(instead.on)
        : "";
  return [answerWords(question, value, words), comment, reason, proof].filter((part) => part !== "").join("; ");
}
