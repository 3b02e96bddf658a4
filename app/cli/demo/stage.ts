// What the people of the demo and their vendors can do: thin calls of the real verbs with the right context. Nothing is written to the
// database in any other way.
import { Readable } from "node:stream";
import { typedAnswer } from "#app/domain/assessment/typed-answer.ts";
import { vendorState } from "#app/domain/assessment/vendor-state.ts";
import { addDays } from "#app/domain/monitoring/calendar-days.ts";
import { isAnswer, isReserved } from "#app/domain/questionnaire/answer.ts";
import type { KnownFacts } from "#app/domain/questionnaire/facts.ts";
import { clausesInScope } from "#app/domain/report/clauses-in-scope.ts";
import type { Facts } from "#app/domain/risk/facts.ts";
import type { Category } from "#app/domain/vendor/categories.ts";
import { getAssessment } from "#app/server/assessments/assessments.queries.server.ts";
import { saveSection } from "#app/server/assessments/portal/save-section.server.ts";
import { startVendorSession } from "#app/server/assessments/portal/start-vendor-session.server.ts";
import { submitAssessment } from "#app/server/assessments/portal/submit-assessment.server.ts";
import { vendorQuestions } from "#app/server/assessments/portal/vendor-questions.server.ts";
import { sendAssessment } from "#app/server/assessments/sending/send-assessment.server.ts";
import { uploadEvidence } from "#app/server/evidence/upload-evidence.server.ts";
import type { Portal } from "#app/server/platform/portal.server.ts";
import { type PersonContext, requireVendorContext, type VendorContext } from "#app/server/platform/request-context.server.ts";
import { formOf } from "#app/server/questionnaires/questionnaire-versions.queries.server.ts";
import { agreeInherentRisk } from "#app/server/vendors/agree-inherent-risk.server.ts";
import { changeEngagementStatus, type PersonVerb } from "#app/server/vendors/change-engagement-status.server.ts";
import { confirmInherentRisk } from "#app/server/vendors/confirm-inherent-risk.server.ts";
import { getEngagement } from "#app/server/vendors/engagements.queries.server.ts";
import { recordClauses } from "#app/server/vendors/record-clauses.server.ts";
import { type Registered, registerVendor } from "#app/server/vendors/register-vendor.server.ts";
import { answersOn, demoAnswers, type GivenAnswer } from "./answer-files.ts";
import { type PersonKey, people } from "./company.ts";
import { aPdf } from "./documents.ts";
import type { StoryClock } from "./timeline.ts";

export interface DemoVendor {
  name: string;
  domain: string;
  category: Category;
  contact: string;
  service?: string;
}

export interface Sent extends Registered {
  assessmentId: string;
  linkUrl: string;
}

export interface Stage {
  readonly portal: Portal;
  readonly clock: StoryClock;
  as(person: PersonKey): PersonContext;
  register(vendor: DemoVendor, wentLiveOn?: string): Promise<Registered>;
  /** The owner confirms, compliance agrees. */
  settleInherentRisk(engagementId: string): Promise<void>;
  send(registered: Registered, questionnaireIds: readonly string[], days?: number): Promise<Sent>;
  /** The vendor opens its link. */
  open(sent: Sent, name: string): Promise<VendorContext>;
  /** Answers a share of the questions of an answer file, with a document wherever one is given; `ages` in days by kind, else 30. */
  answer(
    vendor: VendorContext,
    questionnaireId: string,
    quality: "good" | "mixed" | "bad",
    share?: number,
    ages?: Readonly<Record<string, number>>,
  ): Promise<void>;
  submit(vendor: VendorContext, role: string): Promise<void>;
  /** Every clause the engagement needs is agreed. */
  recordContract(engagementId: string): Promise<void>;
  /** A step on the engagement by hand. */
  move(engagementId: string, verb: PersonVerb, reason: string): Promise<void>;
  /** The newest assessment that was sent. */
  openAssessmentId(): string;
}

export function makeStage(portal: Portal, organisationId: string, clock: StoryClock, personIds: Record<PersonKey, string>): Stage {
  const request = () => ({ portal, now: clock.now(), traceId: "demo", ip: "127.0.0.1" });
  const as = (key: PersonKey): PersonContext => {
    const person = people.find((each) => each.key === key) as (typeof people)[number];
    const { name, email, roles } = person;
    return { ...request(), actor: { kind: "person", organisationId, personId: personIds[key], name, email, roles, sessionId: "demo" } };
  };
  const again = (vendor: VendorContext): VendorContext => ({ ...vendor, ...request() });

  let newest = "";

  return {
    portal,
    clock,
    as,
    openAssessmentId: () => newest,
    async register({ name, domain, category, contact, service }, wentLiveOn) {
      const website = `https://${domain}`;
      const contactEmail = `${contact.split(" ")[0]?.toLowerCase()}@${domain}`;
      const input = {
        name,
        website,
        category,
        contactName: contact,
        contactEmail,
        service,
        wentLiveOn,
        ownerId: personIds.owner,
        ignoreDuplicates: true,
      };
      return registerVendor(as("procurement"), input);
    },
    async settleInherentRisk(engagementId) {
      await confirmInherentRisk(as("owner"), engagementId);
      await agreeInherentRisk(as("officer"), engagementId);
    },
    async send(registered, questionnaireIds, days = 14) {
      const dueOn = addDays(clock.now().toISOString().slice(0, 10), days);
      const { engagementId, contactId = "" } = registered;
      const sent = await sendAssessment(as("procurement"), { engagementId, questionnaireIds, contactId, dueOn });
      newest = sent.assessmentId;
      return { ...registered, ...sent };
    },
    async open({ linkUrl }, name) {
      const anonymous = { ...request(), actor: { kind: "anonymous" as const, organisationId } };
      const { token } = await startVendorSession(anonymous, linkUrl.split("/").at(-1) ?? "", { name });
      const cookie = new Request(portal.config.publicUrl, { headers: { Cookie: `__Host-vendor=${token}` } });
      return requireVendorContext({
        request: cookie,
        context: { ...request(), nonce: "", language: "en", memo: new Map(), headers: new Headers() },
      });
    },
    async answer(vendor, questionnaireId, quality, share = 1, ages = {}) {
      const given = answersOn(questionnaireId, demoAnswers(questionnaireId, quality), clock.now().toISOString().slice(0, 10));
      await giveAnswers(again(vendor), given.slice(0, Math.ceil(given.length * share)), ages);
    },
    async recordContract(engagementId) {
      const { facts } = await getEngagement(portal.store.read, organisationId, engagementId);
      const clauses = clausesInScope(facts as unknown as Facts);
      const agreed = clauses.map(({ id }) => ({ clause: id, state: "yes" as const, where: "Data processing agreement, section 3" }));
      if (agreed.length > 0) await recordClauses(as("procurement"), engagementId, agreed);
    },
    async move(engagementId, verb, reason) {
      await changeEngagementStatus(as("procurement"), engagementId, verb, reason);
    },
    submit: (vendor, role) => submitAssessment(again(vendor), { name: vendor.actor.name, role }),
  };
}

/**
 * Answers section by section, as a vendor's browser without script does, each with the documents its file says are attached. What these
 * answers hide is left out, as a vendor never sees it.
 */
export async function giveAnswers(
  vendor: VendorContext,
  given: readonly GivenAnswer[],
  ages: Readonly<Record<string, number>> = {},
): Promise<void> {
  const { portal, actor } = vendor;
  const { read } = portal.store;
  const form = await formOf(portal, read, actor.organisationId, actor.assessmentId);
  const { facts } = await getAssessment(read, actor.organisationId, actor.assessmentId);
  const stored = given.map(({ questionKey, value = null, comment, reason }) => ({ questionKey, value, comment, reason, instead: null }));
  const { state } = vendorState(form, facts as KnownFacts, stored);
  const questions = vendorQuestions(form);
  const bySection = new Map<string, { answer: GivenAnswer; question: (typeof questions)[number] }[]>();
  for (const answer of given) {
    const index = form.indexOf.get(answer.questionKey) ?? -1;
    if (state.visible[index] === 0) continue;
    const question = questions[index];
    const section = form.sections[form.set.questions[index]?.section ?? -1];
    if (!question || !section) throw new Error(`${answer.questionKey} is not a question of this assessment.`);
    bySection.set(section.key, [...(bySection.get(section.key) ?? []), { answer, question }]);
  }
  for (const [section, asked] of bySection) {
    await Promise.all(
      asked.map(async ({ answer: { questionKey, hasFile }, question }) => {
        if (hasFile && question.evidence) await attach(vendor, questionKey, question.evidence, ages);
      }),
    );
    const answers = asked.flatMap(({ answer: { questionKey, value = null, comment, reason }, question }) => {
      if (!isAnswer(value) || (question.type === "file" && !isReserved(value))) return [];
      return { questionKey, baseRevision: 0, raw: typedAnswer({ value, comment, reason, instead: null }) };
    });
    await saveSection(vendor, { section, answers, isFinal: false });
  }
}

async function attach(
  vendor: VendorContext,
  questionKey: string,
  { kinds, min }: { kinds: { code: string; label: string }[]; min: number },
  ages: Readonly<Record<string, number>>,
): Promise<void> {
  const kind = kinds[0];
  if (!kind) return;
  const startsOn = addDays(vendor.now.toISOString().slice(0, 10), -(ages[kind.code] ?? 30));
  for (let piece = 1; piece <= Math.max(1, min); piece += 1) {
    const bytes = await aPdf(kind.label, [
      `For ${questionKey}`,
      `Document date ${startsOn}`,
      `Part ${piece}`,
      "Invented for the demonstration.",
    ]);
    const fileName = `${kind.code}-${questionKey.split("#")[1]}${piece > 1 ? `-${piece}` : ""}.pdf`;
    const form = { assessmentId: vendor.actor.assessmentId, questionKey, kind: kind.code, startsOn };
    await uploadEvidence(vendor, form, { source: Readable.from([bytes]), fileName });
  }
}
