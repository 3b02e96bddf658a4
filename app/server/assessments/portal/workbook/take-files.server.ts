// The documents a workbook names, each into the vault to wait for the second step, after the checks every document passes.
import type { AssessmentForm } from "#app/domain/assessment/assessment-form.ts";
import type { FileLine } from "#app/domain/assessment/workbook/read-sheets.ts";
import { cellText, dayIn } from "#app/domain/assessment/workbook/workbook-cells.ts";
import { workbookQuestions } from "#app/domain/assessment/workbook/workbook-questions.ts";
import { isDomainError } from "#app/domain/errors.ts";
import { evidenceKindRow, isEvidenceKind } from "#app/domain/evidence/evidence-kinds.ts";
import type { KnownFacts } from "#app/domain/questionnaire/facts.ts";
import { type Language, languages } from "#app/domain/questionnaire/questionnaire.ts";
import { messages } from "#app/i18n/messages.ts";
import { inLanguage } from "../../../platform/refusal.server.ts";
import type { VendorContext } from "../../../platform/request-context.server.ts";
import { getAssessment } from "../../assessments.queries.server.ts";
import { vendorQuestions } from "../vendor-questions.server.ts";
import { type Bundle, type BundledFile, fileKey } from "./open-bundle.server.ts";
import type { FileFate, JudgedFile, UploadContent } from "./upload-content.server.ts";

/** Lines may name several files, one per line or parted by semicolons. */
const namesIn = (text: string): string[] =>
  text
    .split(/[\n;]/)
    .map((name) => name.trim())
    .filter((name) => name !== "");

const mostLines = 300;

export async function takeFiles(
  ctx: VendorContext,
  form: AssessmentForm,
  language: Language,
  lines: readonly FileLine[],
  sent: Bundle["files"],
): Promise<Pick<UploadContent, "files" | "unnamed">> {
  const { organisationId, assessmentId } = ctx.actor;
  const { facts } = await getAssessment(ctx.portal.store.read, organisationId, assessmentId);
  const asked = workbookQuestions(form, facts as KnownFacts, vendorQuestions(form, language));
  const files: JudgedFile[] = [];
  const named = new Set<string>();
  const single = lines.flatMap((line) => namesIn(line.fileName).map((fileName) => ({ ...line, fileName })));
  for (const line of single.slice(0, mostLines)) {
    const questionKey = line.questionKey || (asked.find(({ number }) => number === line.number)?.key ?? "");
    named.add(fileKey(line.fileName));
    const fate = await fateOf(ctx, form, { ...line, questionKey }, sent);
    files.push({ ...line, questionKey, startsOn: dayIn(line.startsOn), until: dayIn(line.until), fate });
  }
  return { files, unnamed: [...sent].filter(([key]) => !named.has(key)).map(([key, file]) => file?.name ?? key) };
}

async function fateOf(ctx: VendorContext, form: AssessmentForm, line: FileLine, sent: Bundle["files"]): Promise<FileFate> {
  const index = form.indexOf.get(line.questionKey);
  if (index === undefined || vendorQuestions(form)[index]!.evidence === null) return { is: "no_question" };
  const kind = kindOf(form, index, line.kind);
  if (kind === undefined) return { is: "no_kind" };
  const key = fileKey(line.fileName);
  if (!sent.has(key)) return { is: "missing" };
  const file = sent.get(key);
  return file ? store(ctx, kind, file) : { is: "same_name" };
}

/** By its label in any language; the only one where nothing is said. */
function kindOf(form: AssessmentForm, index: number, text: string): string | undefined {
  const wanted = cellText(text).toLowerCase();
  const all = languages.flatMap((language) => vendorQuestions(form, language)[index]!.evidence!.kinds);
  if (wanted === "") return new Set(all.map(({ code }) => code)).size === 1 ? all[0]!.code : undefined;
  return all.find(({ label, code }) => label.toLowerCase() === wanted || code === wanted)?.code;
}

async function store({ portal, actor, now }: VendorContext, kind: string, file: BundledFile): Promise<FileFate> {
  const { organisationId, vendorId } = actor;
  if (!isEvidenceKind(kind)) return { is: "no_kind" };
  const id = portal.ids.next("evidence", now);
  const { accept } = evidenceKindRow(kind);
  try {
    const limitBytes = portal.config.uploadMaxBytes;
    const stored = await portal.vault.store({
      organisationId,
      vendorId,
      evidenceId: id,
      source: await file.open(),
      fileName: file.name,
      limitBytes,
      accept,
    });
    return { is: "waits", kind, file: { ...stored, id } };
  } catch (error) {
    if (isDomainError(error)) {
      if (error.code === "unavailable") throw error;
      return { is: "refused", says: inLanguage(error, actor.language).detail };
    }
    return { is: "refused", says: messages[actor.language].portal.refusals.bundle.unpack };
  }
}
