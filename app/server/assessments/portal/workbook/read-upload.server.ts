// The file somebody sends, as rows of this assessment's questions: a workbook alone or in an archive, ours, of this assessment and of its
// versions. Throws invalid, too_large or unsupported_type in words.
import { createHash } from "node:crypto";
import type { Readable } from "node:stream";
import type { AssessmentForm } from "#app/domain/assessment/assessment-form.ts";
import type { FileLine, ReadWorkbook } from "#app/domain/assessment/workbook/read-sheets.ts";
import type { CaiqAnswers } from "#app/domain/questionnaire/import/caiq-answers.ts";
import { type Language, languageNamed } from "#app/domain/questionnaire/questionnaire.ts";
import { safeFileName } from "../../../platform/file-names.server.ts";
import type { Portal } from "../../../platform/portal.server.ts";
import { readWhole } from "../../../platform/read-whole.server.ts";
import { refusal } from "../../../platform/refusal.server.ts";
import { type Bundle, openBundle } from "./open-bundle.server.ts";
import { versionsOf } from "./workbook-facts.server.ts";

export interface ReadUpload extends Pick<ReadWorkbook, "rows" | "stray"> {
  fileName: string;
  fileSha256: string;
  language: Language;
  /** Documents the workbook names, and those that came along. */
  lines: FileLine[];
  sent: Bundle["files"];
  /** It is a filled CAIQ: the rest is empty. */
  caiq?: CaiqAnswers;
}

export async function readUpload(
  portal: Portal,
  form: AssessmentForm,
  assessmentId: string,
  file: { fileName: string; source: Readable },
): Promise<ReadUpload> {
  const fileName = safeFileName(file.fileName);
  const { uploadMaxBytes } = portal.config;
  const bytes = await readWhole(file.source, uploadMaxBytes, () =>
    refusal("too_large", (words) => words.workbook.tooLarge(uploadMaxBytes)),
  );
  const { workbook, files: sent } = await openBundle(bytes, fileName, uploadMaxBytes);
  const fileSha256 = createHash("sha256").update(bytes).digest("hex");
  const filled = await portal.foreignFiles.read("filled", { file: workbook });
  if (!filled) throw refusal("invalid", (words) => words.workbook.notOurs);
  if (filled.is === "caiq") {
    return { fileName, fileSha256, language: "en", rows: [], stray: [], lines: [], sent: new Map(), caiq: filled.caiq };
  }
  const read = requireOurs(filled.workbook, assessmentId, versionsOf(form));
  const [rows, strangers] = [true, false].map((isKnown) =>
    read.rows.filter(({ questionKey }) => form.indexOf.has(questionKey) === isKnown),
  );
  const strange = strangers!.map(({ place, questionKey }) => ({ place, text: questionKey.slice(0, 200), because: "no_question" as const }));
  const language = languageNamed(read.meta.language);
  return { fileName, fileSha256, language, rows: rows!, stray: [...read.stray, ...strange], lines: read.files, sent };
}

function requireOurs(read: ReadWorkbook, assessmentId: string, versions: readonly string[]): ReadWorkbook {
  if (read.meta.assessmentId !== assessmentId) throw refusal("invalid", ({ workbook }) => workbook.otherAssessment);
  if (JSON.stringify(read.meta.versions) !== JSON.stringify(versions)) throw refusal("invalid", ({ workbook }) => workbook.otherVersion);
  return read;
}
