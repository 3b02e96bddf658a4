// How an assessment was answered, for the first page of its report and for whoever decides: by the vendor, in part typed by us for it, or by us from its documents.
import type { ReportAnswer, ReportFacts, ReportSection, Signatory } from "./report-facts.ts";
import { counted } from "./report-format.ts";

export interface Answering {
  vendor: string;
  method: "from_documents" | null;
  /** The vendor's newest; null without one. */
  attestation: Signatory | null;
}

export function howAnswered(sections: readonly ReportSection[], { vendor, method, attestation }: Answering): ReportFacts["howAnswered"] {
  const answers = sections.flatMap(({ questions }) => questions.map(({ answer }) => answer));
  const statement = `I am authorised to answer for ${vendor}, and these answers are true and complete to the best of my knowledge.`;
  const said = whoAnswered(answers, { vendor, method });
  return { ...said, attestation: said.mode === "from_documents" ? null : attestation, statement };
}

/** Of the answers that are shown: who gave them, and what else is to be known of it. */
export function whoAnswered(
  answers: readonly Pick<ReportAnswer, "source" | "document">[],
  { vendor, method }: Pick<Answering, "vendor" | "method">,
): Pick<ReportFacts["howAnswered"], "mode" | "note"> {
  if (method === "from_documents") {
    const found = answers.filter(({ source, document }) => source === "from_documents" && document !== null);
    const documents = new Set(found.map(({ document }) => document?.evidenceId));
    const note = `${vendor} did not answer. We read ${counted(found.length, "answer")} in ${counted(documents.size, "document")} of it, each named with its page. ${vendor} has attested to none of them.`;
    return { mode: "from_documents", note };
  }
  const fromReports = answers.filter(({ source }) => source === "from_report");
  const reports =
    fromReports.length === 0 ? null : `${counted(fromReports.length, "answer")} from reports of ${vendor}, which confirmed each of them.`;
  const typed = answers.filter(({ source }) => source === "on_behalf");
  if (typed.length === 0) return { mode: "vendor", note: reports };
  const note = `We typed ${counted(typed.length, "answer")} for ${vendor}, which confirmed each of them before it submitted.`;
  return { mode: "on_behalf", note: [note, reports].filter(Boolean).join(" ") };
}
