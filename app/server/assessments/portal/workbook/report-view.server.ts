// A judged workbook in words: the report both sides read before anything is saved.
import type { AnswerInput } from "#app/domain/assessment/answer-input.ts";
import type { ReportLine, ReportView } from "#app/domain/assessment/workbook/report-view.ts";
import type { Language } from "#app/domain/questionnaire/questionnaire.ts";
import { answerWords } from "#app/i18n/answer-words.ts";
import { dayWords, instantWords } from "#app/i18n/dates.ts";
import type { Messages } from "#app/i18n/en.ts";
import { messages } from "#app/i18n/messages.ts";
import { workbookProblemWords } from "#app/i18n/workbook-problem-words.ts";
import { vendorQuestions } from "../vendor-questions.server.ts";
import type { JudgedWorkbook } from "./judge-workbook.server.ts";
import type { JudgedFile, UploadContent } from "./upload-content.server.ts";
import type { WorkbookUploadRow } from "./workbook-uploads.repo.server.ts";

export function reportView(
  { id: uploadId, fileName }: Pick<WorkbookUploadRow, "id" | "fileName">,
  content: UploadContent,
  judged: JudgedWorkbook,
  timeZone: string,
  language: Language = "en",
): ReportView {
  const words = messages[language].portal;
  const questionOf = (key: string) => vendorQuestions(judged.form, language)[judged.form.indexOf.get(key) ?? -1];
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
    stray: content.stray.map(({ place, text, because }) => ({
      place,
      says: `${words.workbook.stray[because]}${text === "" ? "" : `: ${text}`}`,
    })),
    files: content.files.map((file) => fileView(file, judged, questionOf(file.questionKey)?.text ?? "", words.workbook.files)),
    unnamed: content.unnamed,
  };
  for (const { row, fate } of judged.rows) {
    const { questionKey, place } = row;
    const question = questionOf(questionKey)!;
    const line = (says: string): ReportLine => ({ questionKey, question: question.text, place, says });
    const shown = (answer: AnswerInput) => shownAnswer(question, answer, language);
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
        report.newer.push({
          ...line(shown(fate.answer)),
          theirs: shown(theirs),
          by: by || words.question.colleague,
          at: instantWords(language, timeZone, at.toISOString()),
        });
        break;
      }
      case "fixed":
        report.fixed.push(line(shown(judged.standing.get(questionKey)!)));
        break;
      case "invalid":
        report.invalid.push(line(workbookProblemWords(fate.problem, words)));
        break;
      case "not_asked":
        report.notAsked.push(line(""));
    }
  }
  return report;
}

function fileView(
  { fileName, questionKey, fate }: JudgedFile,
  judged: JudgedWorkbook,
  question: string,
  words: Messages["portal"]["workbook"]["files"],
): ReportView["files"][number] {
  const view = (says: string, isTaken = false) => ({
    name: fileName,
    question,
    says,
    isTaken,
  });
  if (fate.is === "refused") return view(fate.says);
  if (fate.is !== "waits") return view(words[fate.is]);
  if (judged.isAttached(questionKey, fate.file.sha256)) return view(words.attached);
  const isAsked = judged.after.state.visible[judged.form.indexOf.get(questionKey)!] === 1;
  return isAsked ? view(words.waits, true) : view(words.not_asked);
}

/** The answer with everything said beside it. */
function shownAnswer(
  question: ReturnType<typeof vendorQuestions>[number],
  { value, comment, reason, instead }: AnswerInput,
  language: Language,
): string {
  const words = messages[language].portal;
  const { check } = words;
  const proof =
    instead?.is === "covered"
      ? check.covered(instead.document, instead.page)
      : instead?.is === "later"
        ? check.promised(dayWords(language, instead.on))
        : "";
  return [answerWords(question, value, words), comment, reason, proof].filter((part) => part !== "").join("; ");
}
