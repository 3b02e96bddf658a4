// Every screen, once for each look it can have: visited by the accessibility check and pictured by `npm run shots`. A route that draws a page
// and is not named here fails the accessibility check.
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import type { Page } from "playwright";
import type { PersonKey } from "#app/cli/demo/company.ts";
import { en } from "#app/i18n/en.ts";
import { filled } from "./filled-portal.ts";
import { aWorkbookToTalkAbout } from "./own-workbooks.ts";
import { aQuestionnaireText } from "./questionnaires.ts";
import { aPdf } from "./sample-files.ts";
import type { ToldPortal } from "./told-portal.ts";
import { aCaiq } from "./workbooks.ts";

export type Who = "anybody" | PersonKey | { vendor: string; language?: "de" };

export interface Screen {
  /** Also the name of its picture. */
  readonly name: string;
  /** As in route-access.ts. */
  readonly route: string;
  readonly who: Who;
  /** Where: the filled portal, one with people and nothing else, or one nobody has set up. */
  readonly portal?: "empty" | "unset";
  path(portal: ToldPortal): string | Promise<string>;
  /** Of the page that is shown in the end; 200 unless given. */
  readonly status?: number;
  /** What is pressed to get there. */
  reach?(page: Page): Promise<void>;
}

type Of = (portal: ToldPortal) => string | Promise<string>;

const vendorPage =
  (name: string, tab = ""): Of =>
  (portal) =>
    `/vendors/${portal.idsOf(name).vendorId}${tab}`;
const engagementPage =
  (name: string, page: string): Of =>
  (portal) =>
    `/engagements/${portal.idsOf(name).engagementId}${page}`;
const assessmentPage =
  (name: string, page = ""): Of =>
  (portal) =>
    `/assessments/${portal.idsOf(name).assessmentId}${page}`;
const at = (path: string) => () => path;
const press = (name: string) => async (page: Page) => {
  await Promise.all([page.waitForEvent("load"), page.getByRole("button", { name, exact: true }).first().click()]);
};

/** Sends a form the browser itself would hold back. */
const pressUnchecked = (name: string) => async (page: Page) => {
  await page.locator("form").evaluateAll((forms) => {
    for (const form of forms) (form as HTMLFormElement).noValidate = true;
  });
  await press(name)(page);
};

/** Reads a questionnaire from a file: its path, or what makes its text. */
const importing = (kind: string, file: string | (() => string)) => async (page: Page) => {
  await page.getByLabel("Kind of file").selectOption(kind);
  const text = typeof file === "string" ? readFileSync(file) : Buffer.from(file());
  const name = typeof file === "string" ? basename(file) : "starter.yaml";
  await page.getByLabel("File", { exact: true }).setInputFiles({ name, mimeType: "application/yaml", buffer: text });
  await press("Read")(page);
};

/** The shipped starter under a higher number, with other words and another weight. */
const aNewerStarter = () =>
  aQuestionnaireText("starter", "2.0.0")
    .replace("What do you get from us?", "What reaches you from us?")
    .replace("weight: 20", "weight: 10");

/** Begins a draft of an installed questionnaire, or an empty one, and goes to a place in it. */
const inADraft =
  (place: string, base = "payment-provider") =>
  async (page: Page) => {
    await page.goto(new URL(`/questionnaires/new?start=${base === "" ? "empty" : "version"}&base=${base}`, page.url()).href);
    if (base === "") await page.getByLabel("Title").fill("Courier check");
    await press("Create draft")(page);
    if (place !== "") await page.goto(`${page.url()}${place}`);
  };

const draftScreen = (name: string, route: string, place: string, base?: string): Screen => ({
  ...staff(name, `${route}/route`, at("/questionnaires/new")),
  reach: inADraft(place, base),
});

/** The first decided assessment of a vendor that meanwhile has a newer one. */
const decidedPage =
  (name: string, page: string): Of =>
  (portal) =>
    `/assessments/${portal.one("select id from assessments where status = 'decided' and vendor_id = ?", portal.idsOf(name).vendorId)}${page}`;

/** The first section of the questionnaire our people fill in. */
const firstSection =
  (name: string, page: string): Of =>
  (portal) =>
    `/assessments/${portal.idsOf(name).assessmentId}${page}?section=starter~basics`;
const pressConfirm = async (page: Page) => {
  await Promise.all([page.waitForEvent("load"), page.getByRole("button", { name: /^Confirm \d/ }).click()]);
};

const staff = (name: string, route: string, path: Of, who: PersonKey = "officer"): Screen => ({
  name,
  route: `routes/${route}`,
  who,
  path,
});
const vendor = (name: string, route: string, path: string | Of, of: string = filled.answering, language?: "de"): Screen => ({
  name: `portal-${name}`,
  route: `routes/portal-${route}/route`,
  who: { vendor: of, ...(language ? { language } : {}) },
  path: typeof path === "string" ? at(path) : path,
});

export const publicScreens: readonly Screen[] = [
  { name: "setup", route: "routes/setup/route", who: "anybody", portal: "unset", path: at("/setup") },
  {
    name: "setup-refused",
    route: "routes/setup/route",
    who: "anybody",
    portal: "unset",
    path: at("/setup"),
    status: 422,
    reach: pressUnchecked("Create administrator"),
  },
  { name: "login", route: "routes/login/route", who: "anybody", path: at("/login") },
  {
    name: "login-refused",
    route: "routes/login/route",
    who: "anybody",
    path: at("/login"),
    status: 422,
    async reach(page) {
      await page.getByLabel("E-mail address").fill("nobody@lantern-larch.example");
      await page.getByLabel("Password").fill("another password altogether");
      await press("Sign in")(page);
    },
  },
  { name: "password", route: "routes/password/route", who: "anybody", path: passwordLink },
  { name: "password-gone", route: "routes/password/route", who: "anybody", path: at(`/password/${"A".repeat(43)}`), status: 404 },
  { name: "verify", route: "routes/verify/route", who: "anybody", path: at("/verify") },
  { name: "not-found", route: "routes/not-found/route", who: "anybody", path: at("/no-such-page"), status: 404 },
  { name: "ui-kit", route: "routes/ui-kit/route", who: "anybody", path: at("/ui-kit") },
];

/** Of our own people: home, vendors and what is kept about them. */
export const registryScreens: readonly Screen[] = [
  staff("home", "home/route", at("/")),
  staff("home-procurement", "home/route", at("/"), "procurement"),
  { ...staff("home-empty", "home/route", at("/")), portal: "empty" },
  staff("vendors", "vendors/route", at("/vendors")),
  staff("vendors-filtered", "vendors/route", at("/vendors?q=no+such+vendor")),
  { ...staff("vendors-empty", "vendors/route", at("/vendors"), "procurement"), portal: "empty" },
  staff("vendor-new", "vendor-forms/new-vendor", at("/vendors/new"), "procurement"),
  {
    ...staff("vendor-new-refused", "vendor-forms/new-vendor", at("/vendors/new"), "procurement"),
    status: 422,
    reach: press("Save only"),
  },
  {
    ...staff("vendor-new-duplicate", "vendor-forms/new-vendor", at("/vendors/new"), "procurement"),
    status: 409,
    async reach(page) {
      await page.getByLabel("Name", { exact: true }).fill(filled.dueAgain);
      await page.getByLabel("Website").fill("quillpay.example");
      await page.getByLabel("Category").selectOption("payment");
      await page.getByLabel("Contact e-mail").fill("marguerite@quillpay.example");
      await press("Save only")(page);
    },
  },
  staff("vendor", "vendor/overview", vendorPage(filled.withConditions)),
  staff("vendor-due-again", "vendor/overview", vendorPage(filled.dueAgain)),
  staff("vendor-declined", "vendor/overview", vendorPage(filled.declined)),
  staff("vendor-registered", "vendor/overview", vendorPage(filled.registered), "procurement"),
  staff("vendor-overdue", "vendor/overview", vendorPage(filled.overdue), "procurement"),
  staff("vendor-assessments", "vendor/assessments", vendorPage(filled.dueAgain, "/assessments")),
  staff("vendor-evidence", "vendor/evidence", vendorPage(filled.withConditions, "/evidence")),
  staff("vendor-findings", "vendor/findings", vendorPage(filled.withConditions, "/findings")),
  staff("vendor-contract", "vendor/contract", vendorPage(filled.dueAgain, "/contract"), "procurement"),
  staff(
    "vendor-contract-duties",
    "vendor/contract",
    (portal) => `/vendors/${portal.one("select vendor_id from duties where done_at is null order by id")}/contract`,
  ),
  staff("vendor-pci", "vendor/pci", vendorPage(filled.dueAgain, "/pci")),
  staff("vendor-activity", "vendor/activity", vendorPage(filled.withConditions, "/activity")),
  staff("vendor-edit", "vendor-forms/edit-vendor", vendorPage(filled.overdue, "/edit"), "procurement"),
  staff("contact", "vendor-forms/contact", contactPage, "procurement"),
  staff("engagement-new", "vendor-forms/new-engagement", vendorPage(filled.dueAgain, "/engagements/new"), "procurement"),
  staff("engagement-edit", "vendor-forms/edit-engagement", engagementPage(filled.dueAgain, "/edit"), "procurement"),
  staff("engagement-status", "vendor-forms/engagement-status", engagementPage(filled.dueAgain, "/status"), "procurement"),
  staff("inherent-risk", "vendor-forms/inherent-risk", engagementPage(filled.registered, "/inherent-risk"), "owner"),
  staff("inherent-risk-agreed", "vendor-forms/inherent-risk", engagementPage(filled.dueAgain, "/inherent-risk")),
  staff("send", "send/route", engagementPage(filled.registered, "/send"), "procurement"),
  staff("send-officer", "send/route", engagementPage(filled.registered, "/send")),
  staff("send-running", "send/route", engagementPage(filled.answering, "/send"), "procurement"),
];

/** Of our own people: assessments and what follows from them, evidence, reports, settings. */
export const workScreens: readonly Screen[] = [
  staff("assessments", "assessments/route", at("/assessments"), "procurement"),
  staff("assessment-answering", "assessment/route", assessmentPage(filled.answering), "procurement"),
  staff("workbook-for-vendor", "assessment-workbook/route", assessmentPage(filled.answering, "/from-workbook"), "procurement"),
  {
    ...staff(
      "workbook-for-vendor-report",
      "assessment-workbook-report/route",
      assessmentPage(filled.answering, "/from-workbook"),
      "procurement",
    ),
    reach: async (page) => {
      const taken = await page.request.get(page.url().replace("from-workbook", "workbook"));
      const buffer = aWorkbookToTalkAbout(await taken.body());
      await page.getByLabel("Workbook", { exact: true }).setInputFiles({ name: "from-the-mail.xlsx", mimeType: "application/zip", buffer });
      await press(en.portal.workbook.read)(page);
    },
  },
  staff("assessment-overdue", "assessment/route", assessmentPage(filled.overdue), "procurement"),
  staff("assessment-decided", "assessment/route", decidedPage(filled.withConditions, "")),
  staff("assessment-from-documents", "assessment/route", assessmentPage(filled.readByUs)),
  staff("fill-on-behalf", "fill-on-behalf/route", assessmentPage(filled.onBehalf, "/prepare"), "procurement"),
  staff("fill-on-behalf-section", "fill-on-behalf/route", firstSection(filled.onBehalf, "/prepare"), "procurement"),
  staff("answer-from-documents", "answer-from-documents/route", assessmentPage(filled.fromDocuments, "/documents")),
  staff("answer-from-documents-section", "answer-from-documents/route", firstSection(filled.fromDocuments, "/documents")),
  {
    ...staff("answer-from-documents-refused", "answer-from-documents/route", firstSection(filled.fromDocuments, "/documents")),
    status: 422,
    async reach(page) {
      for (const field of await page.getByLabel("Page", { exact: true }).all()) await field.fill("");
      await press("Save")(page);
    },
  },
  staff("review-from-documents", "review/route", assessmentPage(filled.readByUs, "/review")),
  staff("review", "review/route", assessmentPage(filled.submitted, "/review")),
  staff("review-halfway", "review/route", assessmentPage(filled.inReview, "/review")),
  staff("review-waiting", "review/route", assessmentPage(filled.inClarification, "/review")),
  staff("review-elsewhere", "review/route", assessmentPage(filled.secondSubmitted, "/review?filter=elsewhere")),
  staff("review-closed", "review/route", assessmentPage(filled.awaitingDecision, "/review")),
  staff("decide", "decide/route", assessmentPage(filled.awaitingDecision, "/decide")),
  staff("decide-open", "decide/route", assessmentPage(filled.submitted, "/decide")),
  staff("decide-second", "decide/route", assessmentPage(filled.awaitingSecond, "/decide"), "approver"),
  staff("decide-final", "decide/route", decidedPage(filled.withConditions, "/decide")),
  staff("letter", "letter/route", decidedPage(filled.dueAgain, "/letter?language=de")),
  staff("letter-sent", "letter/route", decidedPage(filled.withConditions, "/letter")),
  staff("why", "why/route", decidedPage(filled.withConditions, "/why")),
  staff("why-knock-out", "why/route", decidedPage(filled.declined, "/why")),
  staff("findings", "findings/route", at("/findings")),
  staff("finding", "finding/route", findingPage),
  staff("evidence", "evidence/route", at("/evidence")),
  staff("evidence-upload-find", "evidence-upload/find", at("/evidence/upload")),
  staff("evidence-upload", "evidence-upload/route", engagementPage(filled.submitted, "/upload")),
  staff("evidence-item", "evidence-item/route", evidencePage),
  staff("evidence-worksheet", "evidence-item/route", documentOf("pci-aoc-sp", "none")),
  {
    ...staff("evidence-worksheet-refused", "evidence-item/route", documentOf("pci-aoc-sp", "none")),
    reach: press("Mark as verified"),
    status: 422,
  },
  staff("evidence-worksheet-verified", "evidence-item/route", documentOf("soc2-t2", "verified")),
  staff("calendar", "calendar/route", at("/calendar")),
  staff("catch-up", "catch-up/route", at("/calendar/catch-up")),
  staff("catch-up-proposed", "catch-up/route", at("/calendar/catch-up?perWeek=1")),
  { ...staff("catch-up-empty", "catch-up/route", at("/calendar/catch-up")), portal: "empty" },
  staff("reports", "reports/route", at("/reports"), "auditor"),
  { ...staff("reports-empty", "reports/route", at("/reports"), "auditor"), portal: "empty" },
  staff("questionnaires", "questionnaires/route", at("/questionnaires")),
  staff("questionnaire-coverage", "questionnaire-coverage/route", at("/questionnaires/coverage")),
  staff("questionnaire", "questionnaire/route", at("/questionnaires/hosting-provider")),
  staff("questionnaire-import", "questionnaire-import/route", at("/questionnaires/import")),
  {
    ...staff("questionnaire-import-refused", "questionnaire-import/route", at("/questionnaires/import")),
    reach: importing("vouchsafe", "tests/fixtures/questionnaires/unknown-field.yaml"),
  },
  {
    ...staff("questionnaire-draft", "questionnaire-draft/route", at("/questionnaires/import")),
    reach: importing("vouchsafe", aNewerStarter),
  },
  {
    ...staff("questionnaire-draft-foreign", "questionnaire-draft/route", at("/questionnaires/import")),
    reach: importing("ciso-assistant", "tests/fixtures/import/ciso-everything.yaml"),
  },
  {
    ...staff("questionnaire-draft-refused", "questionnaire-draft/route", at("/questionnaires/import")),
    reach: importing("vouchsafe", "tests/fixtures/questionnaires/knock-out-without-cap.yaml"),
  },
  staff("questionnaire-new", "questionnaire-new/route", at("/questionnaires/new")),
  {
    ...staff("questionnaire-new-refused", "questionnaire-new/route", at("/questionnaires/new")),
    status: 422,
    reach: pressUnchecked("Create draft"),
  },
  staff("questionnaire-use", "questionnaire-use/route", at("/questionnaires/payment-provider/use"), "procurement"),
  draftScreen("draft-empty", "draft", "", ""),
  draftScreen("draft", "draft", ""),
  draftScreen("draft-about", "draft-about", "/about"),
  draftScreen("draft-section", "draft-section", "/section/scope"),
  draftScreen("draft-new-question", "draft-new-question", "/add-question/scope"),
  draftScreen("draft-question", "draft-question", "/question/pci_validation"),
  draftScreen("draft-question-table", "draft-question", "/question/subcontractors", "core-security"),
  draftScreen("draft-condition", "draft-condition", "/condition/question/pci_validation?subject=q%3Acard_data"),
  draftScreen("draft-scale", "draft-scale", "/scale/ynp"),
  draftScreen("draft-publish", "draft-publish", "/publish?rescore"),
  draftScreen("draft-preview", "draft-preview", "/preview"),
  staff("questionnaire-preview", "questionnaire-preview/route", at("/questionnaires/payment-provider/preview")),
  staff("settings", "settings/route", at("/settings"), "administrator"),
  staff("people", "people/route", at("/settings/people"), "administrator"),
  staff("mail-log", "mail-log/route", at("/settings/mail"), "administrator"),
  staff("audit", "audit/route", at("/audit"), "auditor"),
  { ...staff("audit-verified", "audit/route", at("/audit"), "auditor"), reach: press("Verify chain") },
  { ...staff("forbidden", "people/route", at("/settings/people"), "owner"), status: 403 },
];

/** Rows that agree, that do not, that nobody understands, and at length. */
const talkedAbout = {
  "CEK-03.1": { answer: "Yes", description: "AES-256, everywhere." },
  "HRS-01.1": { answer: "Yes" },
  "HRS-01.2": { answer: "No", description: "Contractors are checked by their own companies; we see the result of it. ".repeat(12) },
  "HRS-11.1": { answer: "NA" },
  "DSP-03.1": { answer: "Yes" },
  "TVM-03.1": { answer: "Yes", description: "Two weeks." },
  "BCR-08.1": { answer: "Perhaps <b>yes</b>" },
  "IAM-08.1": { answer: "Yes" },
};

export const vendorScreens: readonly Screen[] = [
  { name: "portal-door", route: "routes/portal-door/route", who: "anybody", path: (portal) => portal.doorOf(filled.unopened) },
  { name: "portal-door-begun", route: "routes/portal-door/route", who: "anybody", path: (portal) => portal.doorOf(filled.answering) },
  { name: "portal-door-closed", route: "routes/portal-door/route", who: "anybody", path: at(`/v/${"A".repeat(43)}`), status: 404 },
  { name: "portal-signed-out", route: "routes/portal-signed-out/route", who: "anybody", path: at("/vendor/signed-out"), status: 401 },
  vendor("tasks", "tasks", "/vendor"),
  vendor("tasks-due-again", "tasks", "/vendor", filled.dueAgain),
  vendor("section", "section", "/vendor/sections/payment-provider~scope"),
  vendor("section-unanswered", "section", "/vendor/sections/inventory-logistics~scope", filled.overdue),
  vendor("section-missing", "section", "/vendor/sections/inventory-logistics~scope?check", filled.overdue),
  vendor("section-elsewhere", "section", "/vendor/sections/core-security~duties", filled.secondService),
  vendor("tasks-elsewhere", "tasks", "/vendor", filled.secondService),
  vendor("evidence", "evidence", provenQuestion("/vendor/evidence/")),
  vendor("reports", "reports", "/vendor/reports"),
  vendor("reports-refused", "reports", "/vendor/reports?upload-error=Choose+a+file+first.&kind=soc2-t2&startsOn=2026-09-30"),
  { ...vendor("report", "report", "/vendor/reports", filled.overdue), reach: givingAReport },
  vendor("report-proven", "report", provenReport),
  vendor("ask", "ask", provenQuestion("/vendor/ask/")),
  vendor("ask-anything", "ask", "/vendor/ask"),
  vendor("prepared", "prepared", "/vendor/prepared", filled.onBehalf),
  { ...vendor("prepared-refused", "prepared", "/vendor/prepared", filled.onBehalf), status: 422, reach: pressConfirm },
  vendor("tasks-prepared", "tasks", "/vendor", filled.onBehalf),
  vendor("section-prepared", "section", "/vendor/sections/starter~basics", filled.onBehalf),
  vendor("check-prepared", "check", "/vendor/check", filled.onBehalf),
  vendor("receipt-from-documents", "receipt", "/vendor/receipt", filled.fromDocuments),
  vendor("check", "check", "/vendor/check"),
  vendor("workbook", "workbook", "/vendor/workbook"),
  vendor("workbook-refused", "workbook", `/vendor/workbook?upload-error=${encodeURIComponent(en.portal.workbook.otherAssessment)}`),
  {
    ...vendor("workbook-report", "workbook-report", "/vendor/workbook"),
    reach: async (page) => {
      const taken = await page.request.get(new URL("/v/workbook/file", page.url()).href);
      const buffer = aWorkbookToTalkAbout(await taken.body());
      await page
        .getByLabel(en.portal.workbook.file)
        .setInputFiles({ name: "questionnaire-filled.xlsx", mimeType: "application/zip", buffer });
      await press(en.portal.workbook.read)(page);
    },
  },
  {
    ...vendor("caiq", "caiq", "/vendor/workbook", filled.overdue),
    reach: async (page) => {
      const { name, bytes } = aCaiq("4.0.3", talkedAbout);
      await page.getByLabel(en.portal.workbook.file).setInputFiles({ name, mimeType: "application/zip", buffer: Buffer.from(bytes) });
      await press(en.portal.workbook.read)(page);
    },
  },
  vendor("receipt", "receipt", "/vendor/receipt", filled.submitted),
  vendor("receipt-clarify", "receipt", "/vendor/receipt", filled.inClarification),
  vendor("receipt-decided", "receipt", "/vendor/receipt", filled.withConditions),
  vendor("receipt-german", "receipt", "/vendor/receipt", filled.withConditions, "de"),
  vendor("correct", "correct", submittedQuestion("/vendor/correct/"), filled.submitted),
  vendor("correct-decided", "correct", submittedQuestion("/vendor/correct/", filled.withConditions), filled.withConditions),
  {
    ...vendor("correct-answer", "correct", submittedQuestion("/vendor/correct/"), filled.submitted),
    async reach(page) {
      await page.getByLabel("Why is this answer not right?").fill("We answered for another product.");
      await press("Continue")(page);
    },
  },
  vendor("clarifications", "clarifications", "/vendor/clarifications", filled.inClarification),
  vendor("section-german", "section", "/vendor/sections/inventory-logistics~scope?check", filled.overdue, "de"),
];

export const screens: readonly Screen[] = [...publicScreens, ...registryScreens, ...workScreens, ...vendorScreens];

/** A page of a question the answering vendor has proven with a document. */
function provenQuestion(page: string): Of {
  return (portal) => {
    const { assessmentId } = portal.idsOf(filled.answering);
    return page + encodeURIComponent(portal.one("select question_key from evidence_uses where assessment_id = ? order by 1", assessmentId));
  };
}

/** Uploads a report where no question was answered yet: the page of what it answers. */
async function givingAReport(page: Page): Promise<void> {
  await page.getByRole("radio", { name: /^SOC 2 Type II/ }).check();
  await page.getByLabel("Date of the report").fill("2026-09-30");
  const buffer = Buffer.from(aPdf("SOC 2"));
  await page.getByLabel("File", { exact: true }).setInputFiles({ name: "SOC 2 2026.pdf", mimeType: "application/pdf", buffer });
  await press("Upload and see the answers")(page);
}

/** A document that an answer of the answering vendor rests on. */
function provenReport(portal: ToldPortal): string {
  const { assessmentId } = portal.idsOf(filled.answering);
  return `/vendor/reports/${portal.one("select evidence_id from evidence_uses where assessment_id = ? order by 1", assessmentId)}`;
}

/** A page of a question a vendor has proven and submitted. */
function submittedQuestion(page: string, of: string = filled.submitted): Of {
  return (portal) => {
    const { assessmentId } = portal.idsOf(of);
    const key = portal.one("select question_key from evidence_uses where assessment_id = ? order by 1", assessmentId);
    return `${page}${encodeURIComponent(key)}?why`;
  };
}

function passwordLink(portal: ToldPortal): Promise<string> {
  return portal.invite("Nadia Falkenrath");
}

function contactPage(portal: ToldPortal): string {
  const { vendorId } = portal.idsOf(filled.overdue);
  return `/vendors/${vendorId}/contacts/${portal.one("select id from contacts where vendor_id = ?", vendorId)}`;
}

function findingPage(portal: ToldPortal): string {
  return `/findings/${portal.one("select id from findings where vendor_id = ? and closed_at is null order by number", portal.idsOf(filled.withConditions).vendorId)}`;
}

/** A document whose kind has a worksheet: filled in, or not yet. */
function documentOf(kind: string, verdict: "none" | "verified"): Of {
  return (portal) => `/evidence/${portal.one(`select id from evidence where kind = ? and verdict = '${verdict}' order by id`, kind)}`;
}

function evidencePage(portal: ToldPortal): string {
  return `/evidence/${portal.one("select id from evidence where vendor_id = ? and kind <> 'report' order by id", portal.idsOf(filled.submitted).vendorId)}`;
}
