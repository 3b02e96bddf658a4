// A judged workbook in words: the report both sides read before anything is saved.
import type { AnswerInput } from "#app/domain/assessment/answer-input.ts";
import type { ReportLine, ReportView } from "#app/domain/assessment/workbook/report-view.ts";
import { instantIn } from "#app/domain/report/report-format.ts";
import { answerWords } from "#app/i18n/answer-words.ts";
import { en } from "#app/i18n/en.ts";
import { workbookProblemWords } from "#app/i18n/workbook-problem-words.ts";
import { vendorQuestions } from "../vendor-questions.server.ts";
import type { JudgedWorkbook } from "./judge-workbook.server.ts";
import type { JudgedFile, UploadContent } from "./upload-content.server.ts";
import type { WorkbookUploadRow } from "./workbook-uploads.repo.server.ts";

const words = en.portal.workbook;

export function reportView(
  { id: uploadId, fileName }: Pick<WorkbookUploadRow, "id" | "fileName">,
  content: UploadContent,
  judged: JudgedWorkbook,
  timeZone: string,
): ReportView {
  const report: ReportView = {
    uploadId,
    fileName,
    saves: [],
    newer: [],
    fixed: [],
    invalid: [],
    notAsked: [],
    same: 0,
    empty: 0,
    stray: content.stray.map(({ place, text, because }) => ({ place, says: `${words.stray[because]}${text === "" ? "" : `: ${text}`}` })),
    files: content.files.map((file) => fileView(file, judged)),
    unnamed: content.unnamed,
  };
  for (const { row, fate } of judged.rows) {
    const { questionKey, place } = row;
    const question = questionOf(judged, questionKey)!;
    const line = (says: string): ReportLine => ({ questionKey, question: question.text, place, says });
    const shown = (answer: AnswerInput) => shownAnswer(question, answer);
    switch (fate.is) {
      case "same":
      case "empty":
        report[fate.is] += 1;
        break;
      case "save":
        report.saves.push(line(shown(fate.answer)));
        break;
      case "newer": {
        const { by, at, ...theirs } = judged.standing.get(questionKey)!;
        report.newer.push({ ...line(shown(fate.answer)), theirs: shown(theirs), by, at: instantIn(timeZone, at.toISOString()) });
        break;
      }
      case "fixed":
        report.fixed.push(line(shown(judged.standing.get(questionKey)!)));
        break;
      case "invalid":
        report.invalid.push(line(workbookProblemWords(fate.problem, en.portal)));
        break;
      case "not_asked":
        report.notAsked.push(line(""));
    }
  }
  return report;
}

const questionOf = ({ form }: JudgedWorkbook, key: string) => vendorQuestions(form)[form.indexOf.get(key) ?? -1];

function fileView({ fileName, questionKey, fate }: JudgedFile, judged: JudgedWorkbook): ReportView["files"][number] {
  const view = (says: string, isTaken = false) => ({
    name: fileName,
    question: questionOf(judged, questionKey)?.text ?? "",
    says,
    isTaken,
  });
  if (fate.is === "refused") return view(fate.says);
  if (fate.is !== "waits") return view(words.files[fate.is]);
  if (judged.isAttached(questionKey, fate.file.sha256)) return view(words.files.attached);
  const isAsked = judged.after.state.visible[judged.form.indexOf.get(questionKey)!] === 1;
  return isAsked ? view(words.files.waits, true) : view(words.files.not_asked);
}

/** The answer with everything said beside it. */
function shownAnswer(question: ReturnType<typeof vendorQuestions>[number], { value, comment, reason, instead }: AnswerInput): string {
  const { check } = en.portal;
  const proof =
    instead?.is === "covered" ? check.covered(instead.document, instead.page) : instead?.is === "later" ? check.promised(instead.on) : "";
  return [answerWords(question, value, en.portal), comment, reason, proof].filter((part) => part !== "").join("; ");
}
