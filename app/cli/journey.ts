// `npm run journey`: the whole job over real HTTP against a temporary portal: a payment vendor is registered, tiered, sent its questionnaire,
// answers with real files, is reviewed, scored, decided, gets its signed PDF, and its reassessment opens by itself when its day comes.
// `-- --answers FILE --questionnaire ID` brings answers of one's own. Exits non-zero when any step fails.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { isDomainError } from "#app/domain/errors.ts";
import { addDays } from "#app/domain/monitoring/calendar-days.ts";
import { runSweeps } from "#app/server/jobs/run-sweeps.server.ts";
import { buildIfNeeded } from "./build.ts";
import { UsageError } from "./command.ts";
import { storyClock } from "./demo/timeline.ts";
import { httpBrowser } from "./http-browser.ts";
import { answerPortal } from "./journey/answer-portal.ts";
import { journeyAnswers } from "./journey/answers.ts";
import { press } from "./journey/forms.ts";
import { find, JourneyFailure, must, textOf } from "./journey/pages.ts";
import { hirePeople, signInAgain } from "./journey/people.ts";
import { decide, review } from "./journey/review-and-decide.ts";
import { type PortalServer, startPortalServer } from "./portal-server.ts";

const usage = "usage: npm run journey [-- --answers FILE --questionnaire ID]";
const categories: Record<string, string> = {
  "payment-provider": "payment",
  "hosting-provider": "hosting",
  "inventory-logistics": "inventory",
  starter: "other",
};

const say = (line: string) => console.log(line);
const clock = storyClock(new Date());
const today = clock.now().toISOString().slice(0, 10);
let server: PortalServer;

try {
  const values = readArguments();
  const answers = await journeyAnswers(values.questionnaire, values.answers, today);
  buildIfNeeded(say);
  const started = performance.now();
  server = await startPortalServer({
    clock,
    runsJobsByItself: false,
    env: { LIMIT_UPLOAD_VENDOR: "1000/1h", LIMIT_DOWNLOAD_PERSON: "5000/1h" },
  });
  const pdfPath = await travel(values.questionnaire, answers).finally(() => server.close());
  say(`Done in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
  console.log(pdfPath);
  process.exit(0);
} catch (error) {
  console.error(inWords(error));
  process.exit(1);
}

function readArguments() {
  const options = { answers: { type: "string" }, questionnaire: { type: "string", default: "payment-provider" } } as const;
  const { values } = parseArgs({ options });
  if (Object.hasOwn(categories, values.questionnaire)) return values;
  throw new UsageError(`There is no questionnaire “${values.questionnaire}”. There are ${Object.keys(categories).join(", ")}.`);
}

/** A defect is shown whole; a refusal in its own words. */
function inWords(error: unknown): unknown {
  if (isDomainError(error)) return error.detail;
  if (error instanceof JourneyFailure) return error.message;
  const isOfTheCall = error instanceof UsageError || String((error as { code?: unknown }).code).startsWith("ERR_PARSE_ARGS");
  return isOfTheCall ? `${(error as Error).message}\n${usage}` : error;
}

async function travel(questionnaireId: string, answers: Awaited<ReturnType<typeof journeyAnswers>>): Promise<string> {
  const { portal } = server;
  const cast = await hirePeople(server);
  const { procurement, officer } = cast;

  const typed = {
    name: "Quillpay Checkout B.V.",
    website: "quillpay.example",
    category: categories[questionnaireId]!,
    contactEmail: "marguerite@quillpay.example",
  };
  const registered = await press(procurement, await procurement.get("/vendors/new"), "Save and send questionnaire", typed);
  const engagementId = find(registered, /\/engagements\/(eng_\w+)/, "the engagement");
  say(`vendor        ${typed.name}`);
  const risk = `/engagements/${engagementId}/inherent-risk`;
  must((await press(procurement, await procurement.get(risk), /confirm/i)).status === 200, "the owner confirms the inherent-risk answers");
  const agreed = await press(officer, await officer.get(risk), /agree/i);
  must(agreed.status === 200, "compliance agrees", agreed);
  say(`tier          ${/Tier (\d)/.exec(textOf(agreed.html))?.[1] ?? "?"}`);

  const sent = await press(procurement, await procurement.get(`/engagements/${engagementId}/send`), "Send", {
    questionnaireIds: questionnaireId,
  });
  const assessmentId = find(sent, /\/assessments\/(asm_\w+)/, "the assessment");
  const vendorId = find(sent, /\/vendors\/(ven_\w+)/, "the vendor");
  await recordContract(vendorId);
  const copied = await press(procurement, await procurement.get(`/assessments/${assessmentId}`), /Copy link/);
  const link = find(copied, /(\/v\/[\w-]{43})/, "the vendor's link");

  const vendor = httpBrowser(server.origin);
  const check = await answerPortal(vendor, link, "Marguerite Pell", answers, addDays(today, -20));
  const receipt = await press(vendor, check, "Submit", { name: "Marguerite Pell", role: "Head of Security" });
  must(receipt.path.startsWith("/vendor/receipt"), "the answers are submitted", receipt);
  await portal.waker.drain();

  await review(cast, vendorId, assessmentId);
  const why = textOf((await officer.get(`/assessments/${assessmentId}/why`)).html);
  await decide(cast, assessmentId);
  await portal.waker.drain();
  say(`score         ${/Why this score\? (\d+ [A-F])/.exec(why)?.[1] ?? why.slice(0, 120)}`);
  say(`knock-outs    ${/Knock-out[^.]*\./.exec(why)?.[0] ?? "none failed"}`);

  const pdf = await keepReport();
  await reassess(vendorId, assessmentId);
  return pdf;

  async function recordContract(id: string): Promise<void> {
    const page = await procurement.get(`/vendors/${id}/contract`);
    if (!page.html.includes("Save clauses")) return;
    const states = [...page.html.matchAll(/name="(state:[^"]+|state-[^"]+|[^"]*state[^"]*)"/g)].map(([, name]) => name as string);
    const saved = await press(procurement, page, "Save clauses", Object.fromEntries(states.map((name) => [name, "yes"])));
    must(saved.status === 200, "the contract's clauses are recorded", saved);
  }

  async function keepReport(): Promise<string> {
    const list = await officer.get("/reports?form=report");
    const path = find(list, /(\/reports\/\w+\/file)/, "the signed report");
    const file = await fetch(server.origin + path, { headers: { Cookie: `__Host-session=${officer.cookie("__Host-session")}` } });
    must(file.status === 200, "the signed report is handed out");
    const bytes = new Uint8Array(await file.arrayBuffer());
    const folder = resolve("data/journey");
    mkdirSync(folder, { recursive: true });
    const target = join(folder, "audit-report.pdf");
    writeFileSync(target, bytes);
    const certificate = join(folder, "signing-certificate.pem");
    copyFileSync(join(server.dataDir, "secrets", "signing-certificate.pem"), certificate);
    say(`sha-256       ${createHash("sha256").update(bytes).digest("hex")}`);
    const pdfsig = spawnSync("pdfsig", [target], { encoding: "utf8" });
    const verdict = pdfsig.error ? "not installed" : (/Signature Validation: (.*)/.exec(pdfsig.stdout)?.[1] ?? "no signature");
    say(`pdfsig        ${verdict}`);
    must(pdfsig.error !== undefined || /is Valid/.test(verdict), "pdfsig finds the signature valid");
    say(`check it      npm run -s vouchsafe -- verify ${target} --certificate ${certificate}`);
    return target;
  }

  async function reassess(vendor: string, decided: string): Promise<void> {
    const page = await officer.get(`/vendors/${vendor}`);
    const shown = /Next review\s+(\d{1,2}\s\w{3}\s\d{4})/.exec(textOf(page.html))?.[1];
    must(shown !== undefined, "the vendor's page names the next review", page);
    const nextReviewOn = new Date(`${shown.replaceAll(/\s/g, " ")} UTC`).toISOString().slice(0, 10);
    say(`next review   ${nextReviewOn}`);
    clock.set(new Date(`${addDays(nextReviewOn, -44)}T09:00:00Z`));
    await runSweeps(portal);
    await portal.waker.drain();
    await signInAgain(cast);
    const history = await officer.get(`/vendors/${vendor}/assessments`);
    const opened = [...new Set([...history.html.matchAll(/\/assessments\/(asm_\w+)/g)].map(([, id]) => id))].filter((id) => id !== decided);
    must(opened.length === 1, "the reassessment opened by itself, once", history);
    say(`reassessment  opened on ${addDays(nextReviewOn, -44)}: ${opened[0]}`);
  }
}
