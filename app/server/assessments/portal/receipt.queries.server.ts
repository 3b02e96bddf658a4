// The receipt and what follows it: how each answer stands, what is still wanted, what is to be mended until when, and what happened so far.
// Nothing of scoring, of the review or of accepted risks.

import { type AnswerStanding, answerStanding } from "#app/domain/assessment/answer-standing.ts";
import type { AssessmentStatus } from "#app/domain/assessment/assessment-status.ts";
import { correctionWay } from "#app/domain/assessment/corrections.ts";
import { findingTitle } from "#app/domain/assessment/question-wording.ts";
import type { VendorFrame, VendorMessage } from "#app/domain/assessment/vendor-page.ts";
import { isEvidenceKind } from "#app/domain/evidence/evidence-kinds.ts";
import { evidenceOfKind, type VendorEvidence } from "#app/domain/questionnaire/vendor-question.ts";
import { findDecisionOf } from "../../decisions/decisions.queries.server.ts";
import { wantedDocuments } from "../../evidence/wanted-documents.queries.server.ts";
import { listFindingsOf } from "../../findings/findings.queries.server.ts";
import type { VendorContext } from "../../platform/request-context.server.ts";
import { findStoredLetter } from "../../reports/letters/letters.queries.server.ts";
import { listClarifications } from "../clarifications.queries.server.ts";
import { listCorrections } from "../corrections.queries.server.ts";
import { listMessages } from "../messages.repo.server.ts";
import { listSubmissions } from "../submissions.queries.server.ts";
import { type AnsweredSection, answeredSections } from "./answered-sections.server.ts";
import { type PortalFacts, portalFacts } from "./portal-facts.queries.server.ts";
import { messageView } from "./question-views.server.ts";

/** What happened, as a vendor may read it. */
export type ReceiptEvent =
  | { is: "submitted"; at: string; name: string; role: string; sha256: string; isFirst: boolean }
  | { is: "asked"; at: string; count: number }
  | { is: "corrected"; at: string; question: string; why: string; by: string }
  | { is: "decided"; at: string };

export interface ReceiptView {
  frame: VendorFrame;
  status: string;
  submissions: { round: number; name: string; role: string; at: string; answersSha256: string }[];
  sections: AnsweredSection[];
  /** By question. */
  standings: Record<string, AnswerStanding>;
  /** Answers may still be corrected, or a wish to correct one is heard. */
  mayCorrect: boolean;
  clarifications: number;
  general: VendorMessage[];
  /** Documents we asked for that did not come yet. */
  wanted: { id: string; dueOn: string; evidence: VendorEvidence }[];
  /** Documents that came after the answers. */
  newer: { id: string; name: string; question: string; givenAt: string; expiresOn: string | null }[];
  /** What is to be mended, once the decision is known. */
  findings: { id: string; title: string; dueOn: string; isDone: boolean }[];
  /** The signed decision letter; null before it is sent. */
  letterId: string | null;
  /** Newest first. */
  history: ReceiptEvent[];
  maxUploadBytes: number;
}

export async function viewReceipt(ctx: VendorContext): Promise<ReceiptView> {
  const facts = await portalFacts(ctx);
  const { organisationId, id } = facts.assessment;
  const status = facts.assessment.status as AssessmentStatus;
  const from = ctx.portal.store.read;
  const [submissions, clarifications, corrections, messages, requests, decision, letter] = await Promise.all([
    listSubmissions(from, organisationId, id),
    listClarifications(from, organisationId, id),
    listCorrections(from, organisationId, id),
    listMessages(from, organisationId, id),
    wantedDocuments(from, facts.assessment),
    findDecisionOf(from, organisationId, id),
    findStoredLetter(from, organisationId, id),
  ]);
  const sections = await answeredSections(ctx, facts);
  const textOf = new Map(sections.flatMap(({ questions }) => questions.map(({ question }) => [question.key, question.text] as const)));
  const asked = status === "clarification" ? clarifications.filter((each) => each.status === "sent") : [];
  const way = correctionWay(facts.assessment, decision !== undefined);
  const first = submissions.at(-1);
  const standing = (questionKey: string): AnswerStanding => {
    const answer = facts.answers.get(questionKey);
    const isDone = facts.files.some((file) => file.questionKey === questionKey);
    return answerStanding({
      hasAnswer: (answer !== undefined && answer.value !== null) || isDone || answer?.instead != null,
      isAsked: asked.some((each) => each.questionKey === questionKey),
      isBeingCorrected: way === "revise" && corrections.some((each) => each.questionKey === questionKey && each.sentAt === null),
      origin: answer?.origin ?? "",
      isDocumentDue: requests.some((request) => request.assessmentId === id && request.questionKey === questionKey),
    });
  };
  return {
    frame: facts.frame,
    status,
    submissions: submissions.map(({ round, name, role, at, answersSha256 }) => ({
      round,
      name,
      role,
      at: at.toISOString(),
      answersSha256,
    })),
    sections,
    standings: Object.fromEntries([...textOf.keys()].map((key) => [key, standing(key)])),
    mayCorrect: way !== undefined,
    clarifications: asked.length,
    general: messages.filter(({ questionKey }) => questionKey === "").map(messageView),
    wanted: requests.flatMap(({ id: requestId, dueOn, kind }) =>
      isEvidenceKind(kind) ? [{ id: requestId, dueOn, evidence: evidenceOfKind(kind, facts.frame.language) }] : [],
    ),
    newer: first ? newerDocuments(facts, first.at, textOf) : [],
    findings: status === "decided" ? await toMend(ctx, facts) : [],
    letterId: letter?.evidenceId ?? null,
    history: [
      ...submissions.map(({ name, role, at, answersSha256: sha256, round }) => ({
        ...{ is: "submitted" as const, at: at.toISOString(), name, role, sha256 },
        isFirst: round === first?.round,
      })),
      ...roundsAsked(clarifications),
      ...corrections.flatMap(({ sentAt, questionKey, why, askedBy: by }) =>
        sentAt ? [{ is: "corrected" as const, at: sentAt.toISOString(), question: textOf.get(questionKey) ?? "", why, by }] : [],
      ),
      ...(facts.assessment.decidedAt ? [{ is: "decided" as const, at: facts.assessment.decidedAt.toISOString() }] : []),
    ].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0)),
    maxUploadBytes: ctx.portal.config.uploadMaxBytes,
  };
}

function newerDocuments({ files }: PortalFacts, since: Date, textOf: ReadonlyMap<string, string>): ReceiptView["newer"] {
  return files
    .filter(({ uploadedAt }) => uploadedAt > since)
    .map(({ id, name, questionKey, uploadedAt, expiresOn }) => ({
      ...{ id, name, expiresOn },
      question: textOf.get(questionKey) ?? "",
      givenAt: uploadedAt.toISOString(),
    }));
}

/** Titles and days alone; what we accepted for a time is ours to carry, and is not asked of the vendor. */
async function toMend(ctx: VendorContext, { assessment, vendor, frame }: PortalFacts): Promise<ReceiptView["findings"]> {
  const rows = await listFindingsOf(ctx.portal.store.read, ctx.actor.organisationId, assessment.id);
  return rows
    .filter(({ status }) => status !== "risk_accepted")
    .map((row) => ({
      id: row.id,
      title: findingTitle(row, vendor.form, frame.language),
      dueOn: row.dueOn,
      isDone: row.status === "closed",
    }))
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
}

function roundsAsked(clarifications: Awaited<ReturnType<typeof listClarifications>>): ReceiptEvent[] {
  const rounds = new Map<number, { at: string; count: number }>();
  for (const { round, sentAt } of clarifications) {
    if (sentAt) rounds.set(round, { at: sentAt.toISOString(), count: (rounds.get(round)?.count ?? 0) + 1 });
  }
  return [...rounds.values()].map((round) => ({ is: "asked", ...round }));
}
