// How every repo and query of the server is called, by the names of its parameters: `organisationId` is who asks, `assessmentId` and the
// like are objects, which may belong to somebody else. Most names mean the same everywhere; `special` says the rest, by function.
import type { Shop } from "./a-shop.ts";

export type Row = Record<string, unknown> & { id: string };

/** A shop and everything stored of it, by table. */
export interface Stored {
  shop: Shop;
  rows: Record<string, Row[]>;
}

type Values = Record<string, unknown>;
type Special = (of: Stored, asks: Stored) => Values;

const today = "2026-12-14";
const now = new Date(`${today}T10:00:00Z`);

/** The row that belongs to the decided vendor, else the first one. */
export function rowOf({ rows, shop }: Stored, table: string): Row {
  const { vendorId, assessmentId } = shop.vendor.actor;
  const all = rows[table] ?? [];
  const row = all.find((each) => each.assessmentId === assessmentId) ?? all.find((each) => each.vendorId === vendorId) ?? all[0];
  if (!row) throw new Error(`The story of tests/support/a-shop.ts leaves nothing in ${table}.`);
  return row;
}

const objects: Special = (of, asks) => {
  const { vendorId, assessmentId } = of.shop.vendor.actor;
  const engagementId = rowOf(of, "engagements").id;
  const { organisationId } = asks.shop;
  return {
    organisationId,
    vendorId,
    assessmentId,
    engagementId,
    evidenceId: rowOf(of, "evidenceUses").evidenceId,
    findingId: rowOf(of, "findings").id,
    decisionId: rowOf(of, "decisions").id,
    resultId: rowOf(of, "results").id,
    contactId: rowOf(of, "contacts").id,
    personId: of.shop.person.actor.personId,
    questionKey: rowOf(of, "clarifications").questionKey,
    questionnaireId: "payment-provider",
    assessment: mine(of, asks, "assessments"),
    engagement: mine(of, asks, "engagements"),
    decision: mine(of, asks, "decisions"),
    facts: rowOf(of, "engagements").facts,
  };
};

const settings: Values = {
  now,
  today,
  on: today,
  asOn: today,
  timeZone: "UTC",
  size: 50,
  limit: 50,
  after: undefined,
  before: undefined,
  month: undefined,
  window: { from: "2026-11-01", to: "2027-12-31", hasToday: true },
  ...Object.fromEntries(["sentAt", "usedAt", "endedAt", "answeredAt", "revokedAt", "removedAt", "metAt"].map((name) => [name, now])),
};

/** A row of `of` that says it belongs to whoever asks. */
const mine = (of: Stored, { shop }: Stored, table: string): Row => ({ ...rowOf(of, table), organisationId: shop.organisationId });

/** Rows given to be inserted have the id and the unique keys of a row that is there. */
const row =
  (table: string, name = "row"): Special =>
  (of, asks) => ({ [name]: name === "rows" ? [mine(of, asks, table)] : mine(of, asks, table) });
const id =
  (table: string, further: Values = {}): Special =>
  (of) => ({ id: rowOf(of, table).id, ...further });
const where =
  (table: string, test: (row: Row) => boolean, further: Values = {}): Special =>
  (of) => ({ id: of.rows[table]?.find(test)?.id, ...further });
const changing = (table: string, change: Values): Special => id(table, { change });
const ids =
  (table: string, name = "ids"): Special =>
  (of) => ({ [name]: of.rows[table]?.map((each) => each.id) });
const constant =
  (values: Values): Special =>
  () =>
    values;
/** In the assessment that has a question to the vendor not sent yet. */
const inDraft: Special = ({ rows }) => {
  const draft = rows.clarifications?.find(({ status }) => status === "draft");
  return { assessmentId: draft?.assessmentId, questionKey: draft?.questionKey };
};

/** In the assessment for which something was filled in. */
const filledIn: Special = ({ rows }, { shop }) => {
  const row = rows.preparedAnswers?.[0];
  const assessment = rows.assessments?.find((each) => each.id === row?.assessmentId);
  return {
    assessmentId: row?.assessmentId,
    questionKey: row?.questionKey,
    assessment: { ...assessment, organisationId: shop.organisationId },
  };
};

/** The draft that waits, and places in it: it is a copy of the starter. */
const inTheDraft: Special = (of) => ({
  draftId: rowOf(of, "questionnaireDrafts").id,
  sectionId: "basics",
  questionId: "mfa",
  scaleId: undefined,
  place: { holder: "question", of: "mfa" },
  chosen: { subject: undefined, row: undefined },
});

/** By folder, file and function. */
export const special: Record<string, Special> = {
  "assessments/addressees findContact": id("contacts"),
  "assessments/addressees findStaff": id("people"),
  "assessments/answers putAnswer": row("answers"),
  "assessments/answers findRevision": constant({ revision: 2 }),
  "assessments/assessment-overview viewAssessment": id("assessments"),
  "assessments/assessments findAssessment": id("assessments"),
  "assessments/assessments getAssessment": id("assessments"),
  "assessments/assessments insertAssessment": row("assessments"),
  "assessments/assessments updateAssessment": changing("assessments", { answered: 0 }),
  "assessments/assessments setProgress": id("assessments", { progress: { answered: 0, required: 0 } }),
  "assessments/elsewhere readElsewhere": constant({ id: "asm_another", sentOn: today }),
  "assessments/elsewhere servicesElsewhere": ids("assessments", "assessmentIds"),
  "assessments/elsewhere readTakenFacts": (of) => {
    const source = { is: "elsewhere", assessmentId: of.shop.vendor.actor.assessmentId, revision: 99, signedOn: today };
    return { answers: [{ ...rowOf(of, "answers"), origin: "elsewhere", source }] };
  },
  "assessments/corrections findOpenCorrection": (of) => ({ questionKey: rowOf(of, "corrections").questionKey }),
  "assessments/corrections insertCorrection": row("corrections"),
  "assessments/corrections updateCorrection": changing("corrections", { why: "Another product." }),
  "assessments/links insertLink": row("vendorLinks"),
  "assessments/links findLink": id("vendorLinks"),
  "assessments/links revokeLinkRow": where("vendorLinks", ({ revokedAt }) => revokedAt === null),
  "assessments/links countLinkUse": id("vendorLinks"),
  "assessments/links insertVendorSession": row("vendorSessions"),
  "assessments/list-assessments viewAssessments": constant({ request: { turn: "over", after: undefined } }),
  "assessments/messages insertMessage": row("messages"),
  "assessments/messages listMessages": ({ rows }) => ({ assessmentId: rows.messages?.[0]?.assessmentId }),
  "assessments/messages markClarificationAnswered": id("clarifications"),
  "assessments/messages insertSubmission": row("submissions"),
  "assessments/from-documents/documents-page viewDocumentAnswers": constant({ sectionKey: null }),
  "assessments/on-behalf/preparing-page viewPreparing": constant({ sectionKey: null }),
  "assessments/on-behalf/prepared readPrepared": filledIn,
  "assessments/on-behalf/prepared-answers listPrepared": filledIn,
  "assessments/on-behalf/prepared-answers putPrepared": (of, asks) => ({
    row: { ...mine(of, asks, "preparedAnswers"), comment: "Another one." },
  }),
  "assessments/on-behalf/prepared-answers deletePrepared": filledIn,
  "assessments/portal/vendor-documents vendorDocuments": id("assessments"),
  "assessments/review/around readAround": (of, asks) => {
    const evidence = of.rows.evidence?.filter(({ givenByVendor }) => givenByVendor) ?? [];
    return { assessment: mine(of, asks, "assessments"), evidence: new Map([["payment-provider#pci_matrix", evidence]]) };
  },
  "assessments/portal/correction viewCorrection": (of) => ({ key: rowOf(of, "clarifications").questionKey }),
  "assessments/portal/section viewSection": constant({ key: "payment-provider~scope", withMissing: true }),
  "assessments/portal/section viewQuestion": (of) => ({ key: rowOf(of, "clarifications").questionKey }),
  "assessments/review/clarifications putDraft": ({ rows }, { shop }) => {
    const draft = rows.clarifications?.find(({ status }) => status === "draft");
    return { row: { ...draft, organisationId: shop.organisationId, ask: "Another one?" } };
  },
  "assessments/review/clarifications dropDraft": inDraft,
  "assessments/review/clarifications markDraftsSent": inDraft,
  "assessments/review/determinations insertDetermination": row("determinations"),
  "assessments/review/determinations insertResult": row("results"),
  "assessments/review/determinations findResult": constant({ kind: "vendor" }),
  "assessments/review/review-page viewReview": constant({ request: { section: null, filter: "all", question: null } }),
  "assessments/review/review buildScoreInput": constant({ reviewed: true }),
  "assessments/review/reviewing listOpenedEvidence": ids("evidence"),
  "audit/audit-log viewAuditLog": constant({ filter: {} }),
  "audit/audit-log readAuditEntries": constant({ after: 0 }),
  "decisions/decisions getDecision": id("decisions"),
  "decisions/decisions getCondition": id("conditions"),
  "decisions/decisions insertDecision": row("decisions"),
  "decisions/decisions updateDecision": changing("decisions", { rationale: "Because." }),
  "decisions/decisions insertConditions": row("conditions", "rows"),
  "decisions/decisions setConditionMet": id("conditions", { metById: "per_somebody" }),
  "decisions/decisions insertRiskAcceptance": row("riskAcceptances"),
  "decisions/decisions updateRiskAcceptance": changing("riskAcceptances", { reason: "Because." }),
  "decisions/finding-acceptance viewFindingAcceptance": ({ rows }) => {
    const accepted = rows.findings?.find((finding) => rows.riskAcceptances?.some(({ findingId }) => findingId === finding.id));
    return { finding: { ...accepted, isClosed: false } };
  },
  "decisions/review-record findResult": constant({ kinds: ["vendor"] }),
  "decisions/review-record findResultById": id("results"),
  "decisions/risk-acceptances getRiskAcceptance": id("riskAcceptances"),
  "decisions/risk-acceptances findAcceptanceInForce": id("riskAcceptances"),
  "decisions/risk-acceptances isContinued": (of, asks) => ({
    ...mine(of, asks, "riskAcceptances"),
    id: "rac_earlier",
    expiresOn: "2026-01-01",
  }),
  "evidence/evidence-requests getEvidenceRequest": id("evidenceRequests"),
  "evidence/evidence-requests listOpenRequests": ({ rows }) => ({ kinds: rows.evidenceRequests?.map(({ kind }) => kind) }),
  "evidence/evidence-requests listOpenRequestsOfEngagement": id("engagements"),
  "evidence/evidence getEvidence": id("evidence"),
  "evidence/evidence getEvidenceFor": id("evidence"),
  "evidence/evidence findNewerEvidence": ({ rows }, { shop }) => {
    const dated = rows.evidence?.find(({ expiresOn }) => expiresOn !== null);
    return { ...dated, organisationId: shop.organisationId, expiresOn: "2026-01-01" };
  },
  "evidence/evidence listBridgeLetters": ids("vendors", "vendorIds"),
  "evidence/evidence insertEvidence": row("evidence"),
  "evidence/evidence updateEvidence": changing("evidence", { fileName: "other.pdf" }),
  "evidence/evidence attachEvidence": (of, asks) => ({ use: { ...mine(of, asks, "evidenceUses"), addedAt: now } }),
  "evidence/evidence detachUse": (of, asks) => ({ use: mine(of, asks, "evidenceUses"), removedAt: now }),
  "evidence/evidence insertEvidenceRequest": row("evidenceRequests"),
  "evidence/evidence closeEvidenceRequest": where("evidenceRequests", ({ status }) => status === "open", {
    change: { status: "cancelled", closedAt: now },
  }),
  "evidence/list-evidence viewEvidenceList": constant({ show: "all" }),
  "assessments/sending/send-targets findSendTargets": constant({ q: "quillpay" }),
  "evidence/upload-page findUploadTargets": constant({ q: "quillpay" }),
  "evidence/wanted-documents wantedDocuments": constant({ status: "decided" }),
  "evidence/wanted-documents isWantedFor": (of) => ({ kind: of.rows.evidenceRequests?.find(({ status }) => status === "open")?.kind }),
  "findings/findings getFinding": id("findings"),
  "findings/findings listFindingNotes": ids("findings", "findingIds"),
  "findings/findings insertFinding": row("findings"),
  "findings/findings updateFinding": changing("findings", { plan: "Another one." }),
  "findings/findings insertFindingNote": row("findingNotes"),
  "findings/findings listFindingsByKey": constant({ prefix: "" }),
  "duties/duties getDuty": id("duties"),
  "duties/duties listDutiesOfFamily": (of) => {
    const { engagementId, family } = rowOf(of, "duties");
    return { engagementId, family };
  },
  "duties/duties insertDuty": row("duties"),
  "duties/duties updateDuty": changing("duties", { note: "Another one." }),
  "evidence/worksheets insertWorksheet": row("evidenceWorksheets"),
  "evidence/worksheets findWorksheet": (of) => ({ evidenceId: rowOf(of, "evidenceWorksheets").evidenceId }),
  "evidence/worksheets worksheetsOf": ({ rows }) => ({ evidenceIds: rows.evidenceWorksheets?.map(({ evidenceId }) => evidenceId) }),
  "evidence/worksheet-page worksheetPage": (of, asks) => ({
    evidence: { ...worksheetDocument(of), organisationId: asks.shop.organisationId },
    vendorName: "Another one",
  }),
  "evidence/worksheet-subject worksheetSubject": (of) => ({ evidence: worksheetDocument(of) }),
  "home/duty-tasks dutyTasks": (of) => ({ personId: rowOf(of, "duties").ownerId }),
  "home/duty-tasks lateDutyTasks": constant({ today: "2027-12-31" }),
  "vendors/subcontractors listSubcontractorsOfFamily": (of) => {
    const { engagementId, family } = rowOf(of, "subcontractors");
    return { engagementId, family };
  },
  "vendors/subcontractors insertSubcontractor": row("subcontractors"),
  "vendors/subcontractors updateSubcontractor": changing("subcontractors", { purpose: "Another one" }),
  "findings/list-findings viewFindings": constant({ status: "all", severity: undefined }),
  "home/assessment-tasks signatureTasks": owner,
  "home/promise-tasks confirmTasks": owner,
  "assessments/blank-workbook downloadBlankWorkbook": constant({ language: "en" }),
  "assessments/portal/workbook/workbook downloadWorkbook": constant({ language: "en" }),
  "assessments/on-behalf/workbook-for-vendor viewReportForVendor": (of) => {
    const { id: uploadId, assessmentId } = uploadBy(of, "us");
    return { uploadId, assessmentId };
  },
  "assessments/portal/workbook/workbook viewWorkbookReport": (of, asks) => {
    const { id: uploadId, assessmentId, vendorId } = uploadBy(of, "vendor");
    const { vendor } = asks.shop;
    return { uploadId, ctx: { ...vendor, actor: { ...vendor.actor, assessmentId, vendorId } } };
  },
  "assessments/portal/caiq/caiq viewCaiq": (of, asks) => {
    const {
      id: uploadId,
      assessmentId,
      vendorId,
    } = (of.rows.workbookUploads ?? []).find(({ fileName }) => fileName === "caiq.json") ?? rowOf(of, "workbookUploads");
    const { vendor } = asks.shop;
    return { uploadId, ctx: { ...vendor, actor: { ...vendor.actor, assessmentId, vendorId } } };
  },
  "assessments/portal/workbook/workbook-uploads insertWorkbookUpload": row("workbookUploads"),
  "assessments/portal/workbook/workbook-uploads findWorkbookUpload": workbookUpload,
  "assessments/portal/workbook/workbook-uploads deleteWorkbookUpload": id("workbookUploads"),
  "assessments/portal/workbook/workbook-uploads listOpenWorkbookUploads": workbookUpload,
  "assessments/portal/workbook/workbook-uploads countOpenWorkbookUploads": workbookUpload,
  "assessments/portal/workbook/workbook-uploads listExpiredWorkbookUploads": constant({ now: new Date("2099-01-01T00:00:00Z") }),
  "home/promise-tasks ownFindingTasks": owner,
  "jobs/jobs insertJob": row("jobs", "job"),
  "jobs/jobs releaseJob": (of) => {
    const held = of.rows.jobs?.find(({ leasedBy }) => leasedBy !== null);
    return { id: held?.id, lease: held, outcome: { state: "done", runAt: now, lastError: null, doneAt: now } };
  },
  "mail/mail insertMail": row("outboxMails"),
  "mail/mail findMail": id("outboxMails"),
  "mail/mail isMailQueued": (of) => ({ key: rowOf(of, "outboxMails").key }),
  "mail/mail-log isMailQueued": (of) => ({ key: rowOf(of, "outboxMails").key }),
  "mail/mail updateMail": changing("outboxMails", { attempts: 9 }),
  "monitoring/calendar viewCalendar": constant({ kind: undefined }),
  "monitoring/catch-up-plan viewCatchUpPlan": constant({ request: { perWeek: undefined, page: 1 } }),
  "monitoring/changed-evidence changedSinceResult": ids("engagements", "engagementIds"),
  "monitoring/documents-in-use documentsInUse": (of) => ({
    engagements: [{ ...rowOf(of, "engagements"), assessmentId: of.shop.vendor.actor.assessmentId }],
  }),
  "monitoring/monitored-engagements listMonitored": constant({ after: { vendorId: "", id: "" } }),
  "monitoring/reminders insertReminder": row("reminders"),
  "monitoring/reminders knownKeys": ({ rows }) => ({ keys: rows.reminders?.map(({ key }) => key) }),
  "monitoring/reminders lastReminders": ({ rows }) => ({ subjects: rows.reminders?.map(({ key, subjectId }) => [subjectId, [key]]) }),
  "people/named-people namesOfPeople": ids("people"),
  "people/organisations updateOrganisation": constant({ change: { firstAssessmentsPerWeek: 7 } }),
  "people/organisations insertOrganisation": (of) => ({ row: of.rows.organisations?.[0] }),
  "people/people insertPerson": row("people"),
  "people/people getPerson": id("people"),
  "people/people updatePerson": changing("people", { lastVisitAt: now }),
  "people/people insertPasswordLink": row("passwordLinks"),
  "people/people usePasswordLink": where("passwordLinks", ({ usedAt }) => usedAt === null),
  "people/people insertSession": row("sessions"),
  "people/people endSession": id("sessions"),
  "questionnaires/drafts/drafts findDraft": id("questionnaireDrafts"),
  "questionnaires/drafts/drafts insertDraft": row("questionnaireDrafts"),
  "questionnaires/drafts/drafts deleteDraft": id("questionnaireDrafts"),
  "questionnaires/drafts/drafts listExpiredDrafts": constant({ now: new Date("2099-01-01T00:00:00Z") }),
  "questionnaires/drafts/drafts updateDraft": id("questionnaireDrafts", { changes: { lastChange: "kept" } }),
  "questionnaires/drafts/draft-overview viewDraftOverview": inTheDraft,
  "questionnaires/drafts/draft-forms viewDraftAbout": inTheDraft,
  "questionnaires/drafts/draft-forms viewDraftSection": inTheDraft,
  "questionnaires/drafts/draft-forms viewNewQuestion": inTheDraft,
  "questionnaires/drafts/draft-forms viewDraftQuestion": inTheDraft,
  "questionnaires/drafts/draft-forms viewDraftScale": inTheDraft,
  "questionnaires/drafts/draft-condition viewDraftCondition": inTheDraft,
  "questionnaires/drafts/draft-publish viewDraftPublish": inTheDraft,
  "questionnaires/drafts/draft-preview viewDraftPreview": inTheDraft,
  "questionnaires/drafts/rescore-draft rescoreDraft": inTheDraft,
  "questionnaires/drafts/draft-page viewDraft": (of) => ({ draftId: rowOf(of, "questionnaireDrafts").id }),
  "questionnaires/drafts/draft-page openDraftCaiq": ({ rows }) => ({
    draftId: rows.questionnaireDrafts?.find(({ kind }) => kind === "caiq")?.id,
  }),
  "questionnaires/drafts/draft-page openDraftSource": (of) => ({ draftId: rowOf(of, "questionnaireDrafts").id }),
  "questionnaires/questionnaire-source openSource": constant({ version: undefined }),
  "questionnaires/questionnaire-list viewPreview": constant({ sectionId: undefined }),
  "questionnaires/questionnaire-page viewQuestionnaire": constant({ compared: {} }),
  "questionnaires/questionnaire-versions latestQuestionnaires": constant({ audience: "vendor" }),
  "questionnaires/questionnaire-versions versionsBehind": constant({ set: { files: [{ questionnaire: { id: "payment-provider" } }] } }),
  "questionnaires/questionnaire-versions insertVersion": row("questionnaireVersions"),
  "questionnaires/questionnaire-versions listSources": ids("questionnaireVersions"),
  "questionnaires/questionnaire-versions insertFrozenVersion": row("assessmentQuestionnaires"),
  "reports/build-report-facts buildReportFacts": (of) => ({
    about: { decisionId: rowOf(of, "decisions").id, reportId: "evd_report", producedAt: now },
  }),
  "reports/addenda/addenda getAddendum": id("addenda"),
  "reports/addenda/addenda listStoredAddenda": (of) => ({ assessmentIds: [rowOf(of, "addenda").assessmentId] }),
  "reports/addenda/addenda decisionOfDocument": (of) => ({ id: rowOf(of, "decisions").reportEvidenceId }),
  "reports/addenda/addenda insertAddendum": row("addenda"),
  "reports/addenda/addenda nameAddendumDocument": id("addenda"),
  "reports/addenda/build-addendum-facts buildAddendumFacts": (of) => ({
    addendumId: rowOf(of, "addenda").id,
    documentId: "evd_addendum",
    producedAt: now,
  }),
  "reports/letters/letters getLetter": id("decisionLetters"),
  "reports/letters/letters insertLetter": row("decisionLetters"),
  "reports/letters/letters nameLetterDocument": id("decisionLetters"),
  "reports/letters/letter-preview previewLetter": constant({ language: "de" }),
  "reports/letters/build-letter-facts buildLetterFacts": (of) => ({
    decisionId: rowOf(of, "decisions").id,
    language: "en",
    documentId: "evd_letter",
    producedAt: now,
  }),
  "reports/report-by-hash findSignedDocument": ({ rows }) => ({ sha256: rows.evidence?.find(({ kind }) => kind === "report")?.sha256 }),
  "reports/report-decision reportDecision": constant({ standing: { clearance: [], conditions: [] }, people: new Map(), tier: 1 }),
  "reports/report-inherent-risk reportInherentRisk": constant({ category: "payment" }),
  "reports/report-people peopleOfReport": ids("people"),
  "reports/report-record reportRecord": (of) => {
    const stored = rowOf(of, "results");
    return { row: stored, input: JSON.parse(String(stored.input)), result: JSON.parse(String(stored.json)) };
  },
  "reports/report-reliance reportReliance": (of) => {
    const { vendorId, engagementId } = rowOf(of, "duties");
    return { vendorId, engagementId, today: "2026-11-23", timeZone: "UTC" };
  },
  "reports/reports listReports": constant({ form: undefined }),
  "vendors/engagements getEngagement": id("engagements"),
  "vendors/engagements listServicesOf": ids("vendors", "vendorIds"),
  "vendors/engagements insertEngagement": row("engagements"),
  "vendors/engagements updateEngagement": changing("engagements", { service: "Another one" }),
  "vendors/engagements setPlannedStart": (of) => ({
    ids: of.rows.engagements?.map(({ id: each }) => each),
    on: "2027-01-11",
    by: "person",
  }),
  "vendors/engagements insertInherentRisk": row("inherentRisks"),
  "vendors/list-vendors viewVendors": constant({ request: { filter: { q: "quillpay" }, sort: "name" } }),
  "vendors/list-vendors listVendorPage": constant({ filter: { q: "quillpay" }, sort: "score" }),
  "vendors/next-days nextDays": constant({ running: undefined, conditions: [], acceptances: [] }),
  "vendors/require-past-day requirePastDay": constant({ field: "wentLiveOn", day: "2999-01-01" }),
  "vendors/vendor-documents findVendorDocument": id("evidence"),
  "vendors/vendors getVendor": (of) => ({ id: of.shop.vendor.actor.vendorId }),
  "vendors/vendors insertVendor": row("vendors"),
  "vendors/vendors updateVendor": changing("vendors", { name: "Another one" }),
  "vendors/vendors setVendorTerms": constant({ terms: ["another"] }),
  "vendors/vendors listLookAlikes": (of) => {
    const { duplicateKey, domain, registrationId } = rowOf(of, "vendors");
    return { keys: { duplicateKey, domain, registrationId, firstWord: "quillpay" } };
  },
  "vendors/vendors insertContact": row("contacts"),
  "vendors/vendors getContact": id("contacts"),
  "vendors/vendors updateContact": changing("contacts", { name: "Another", email: "a@b.example", emailKey: "a@b.example" }),
  "vendors/vendors refuseTakenEmail": (of) => ({ emailKey: rowOf(of, "contacts").emailKey }),
  "vendors/vendors addToTally": (of) => ({ key: rowOf(of, "vendorTallies"), change: 1 }),
};

/** A document whose worksheet was filled in. */
function worksheetDocument({ rows }: Stored): Row {
  const [filled] = rows.evidenceWorksheets ?? [];
  return rows.evidence?.find(({ id }) => id === filled?.evidenceId) as Row;
}

const uploadBy = ({ rows }: Stored, side: "vendor" | "us"): Row =>
  rows.workbookUploads?.find(({ broughtById }) => (broughtById === null) === (side === "vendor")) as Row;

/** A workbook that waits, at a time it does. */
function workbookUpload(of: Stored): Values {
  const { id: uploadId, assessmentId, broughtById, uploadedAt } = rowOf(of, "workbookUploads");
  return { id: uploadId, assessmentId, side: broughtById === null ? "vendor" : "us", now: uploadedAt };
}

/** The person who owns engagements and findings. */
function owner({ rows }: Stored): Values {
  return { personId: rows.engagements?.find(({ ownerId }) => ownerId !== null)?.ownerId };
}

/** Names of a function's parameters; of a destructured one, the names inside. */
export function parametersOf(fn: (...args: never[]) => unknown): (string | string[])[] {
  const source = fn.toString();
  const open = source.indexOf("(");
  const parts: string[] = [];
  let depth = 0;
  let part = "";
  for (const letter of source.slice(open)) {
    if (letter === ")" && depth === 1) break;
    if (letter === "," && depth === 1) {
      parts.push(part);
      part = "";
    } else if (!(letter === "(" && depth === 0)) part += letter;
    if ("({[".includes(letter)) depth += 1;
    if (")}]".includes(letter)) depth -= 1;
  }
  const plain = [...parts, part].map((text) => text.trim()).filter(Boolean);
  return plain.map((text) => {
    if (!text.startsWith("{")) return /^\w+/.exec(text)?.[0] ?? text;
    const inside = text.slice(1, text.lastIndexOf("}"));
    return inside.split(",").flatMap((name) => /\w+/.exec(name)?.[0] ?? []);
  });
}

/** The arguments with which `asks` asks about what belongs to `of`. `from` serves as reader and as transaction. */
export function argumentsOf(name: string, fn: (...args: never[]) => unknown, from: unknown, of: Stored, asks: Stored): unknown[] {
  const { portal } = asks.shop.person;
  const doors = Object.fromEntries(["from", "tx", "read", "reader"].map((door) => [door, from]));
  const asked = { ...doors, ...settings, ...objects(of, asks), ...special[name]?.(of, asks) };
  const known: Values = { portal, asked, ctx: contextOf(name, of, asks), ...asked };
  const meaning = (parameter: string) => {
    if (parameter in known) return known[parameter];
    throw new Error(`Say in tests/support/calling-queries.ts what ${name} is called with for \`${parameter}\`.`);
  };
  return parametersOf(fn).map((parameter) => {
    if (typeof parameter === "string") return meaning(parameter);
    return Object.fromEntries(parameter.map((each) => [each, meaning(each)]));
  });
}

/** Vendors' pages know their object from the session alone: one of the asking organisation that names somebody else's assessment. */
function contextOf(name: string, of: Stored, { shop }: Stored) {
  const { organisationId } = shop;
  if (!name.startsWith("assessments/portal/")) return shop.person;
  return { ...shop.vendor, actor: { ...of.shop.vendor.actor, organisationId } };
}
