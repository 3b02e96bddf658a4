// A person at a vendor, in a browser: presses Start, saves answers one by one, sends a document, submits, and begins with the next
// questionnaire. When the portal dies, it goes on where it was once there is a portal again. What got a 2xx goes into the ledger.
import { createHash } from "node:crypto";
import { fieldName } from "#app/domain/assessment/answer-names.ts";
import { aPdf } from "#tests/support/sample-files.ts";
import type { Ledger } from "./ledger.ts";

/** A questionnaire that waits for answers. */
export interface Invitation {
  assessmentId: string;
  linkToken: string;
  /** In the order of the page. */
  questionKeys: readonly string[];
  document: { questionKey: string; kind: string };
}

export interface VendorAtWork {
  /** Works until the connection breaks or there is nothing left to answer. */
  work(): Promise<void>;
}

interface Hooks {
  /** The next questionnaire, each once. */
  next(): Invitation | undefined;
  ledger: Ledger;
  below(limit: number): number;
  /** After every acknowledgement. */
  acknowledged(): void;
}

class ConnectionLost extends Error {}

export function vendorAtWork(origin: string, name: string, { next, ledger, below, acknowledged }: Hooks): VendorAtWork {
  let invitation = next();
  let cookie = "";
  const saved = new Map<string, { revision: number; reason: string }>();
  let hasDocument = false;
  let typed = 0;

  async function send(path: string, body: URLSearchParams | FormData): Promise<Response> {
    const headers = { Origin: origin, "Sec-Fetch-Site": "same-origin", Accept: "application/json", Cookie: cookie };
    try {
      const response = await fetch(origin + path, { method: "POST", headers, body, redirect: "manual" });
      const bytes = await response.arrayBuffer();
      return new Response(bytes.byteLength > 0 ? bytes : null, { status: response.status, headers: response.headers });
    } catch {
      throw new ConnectionLost();
    }
  }

  async function expectStatus(response: Response, ...wanted: number[]): Promise<Response> {
    if (!wanted.includes(response.status)) throw new Error(`${name}: ${response.status} ${(await response.text()).slice(0, 300)}`);
    return response;
  }

  async function start({ linkToken }: Invitation): Promise<void> {
    const started = await expectStatus(await send(`/v/${linkToken}`, new URLSearchParams({ name })), 302);
    cookie = (started.headers.getSetCookie()[0] ?? "").split(";")[0] ?? "";
  }

  /** An answer that was saved but not acknowledged is found again: the same text is no new revision. */
  async function answer({ assessmentId }: Invitation, questionKey: string, reason: string): Promise<void> {
    const base = saved.get(questionKey)?.revision ?? 0;
    const form = { [fieldName("base", questionKey)]: String(base), [fieldName("stands", questionKey)]: "declined" };
    const response = await send("/v/answer", new URLSearchParams({ ...form, [fieldName("reason", questionKey)]: reason }));
    // 404: hidden by another answer.
    if (response.status === 404) return void saved.set(questionKey, { revision: 0, reason });
    const { revision } = (await (await expectStatus(response, 200)).json()) as { revision: number };
    ledger.answers.push({ assessmentId, questionKey, revision, reason });
    saved.set(questionKey, { revision, reason });
    acknowledged();
  }

  async function attach({ document }: Invitation): Promise<void> {
    typed += 1;
    const bytes = aPdf(`${name} ${typed}`, below(3) * 90_000);
    const form = new FormData();
    for (const [key, value] of Object.entries({ ...document, startsOn: "2026-01-15" })) form.append(key, value);
    form.append("file", new Blob([bytes as BlobPart]), `document-${typed}.pdf`);
    const { evidenceId } = (await (await expectStatus(await send("/v/evidence", form), 201)).json()) as { evidenceId: string };
    ledger.files.push({ evidenceId, sha256: createHash("sha256").update(bytes).digest("hex"), bytes: bytes.byteLength });
    hasDocument = true;
    acknowledged();
  }

  async function submit({ assessmentId }: Invitation): Promise<void> {
    const response = await send("/vendor/check", new URLSearchParams({ name, role: "Head of Security" }));
    // 409: it was submitted by the request that got no answer.
    await expectStatus(response, 302, 409);
    if (response.status === 302) ledger.submissions.add(assessmentId);
    acknowledged();
  }

  const pending = new Map<string, string>();

  async function complete(current: Invitation): Promise<void> {
    if (cookie === "") await start(current);
    for (const questionKey of current.questionKeys) {
      if (saved.has(questionKey)) continue;
      typed += 1;
      const reason = pending.get(questionKey) ?? `Not our policy, ${name} ${typed}`;
      pending.set(questionKey, reason);
      await answer(current, questionKey, reason);
    }
    if (!hasDocument) await attach(current);
    await submit(current);
    invitation = next();
    cookie = "";
    hasDocument = false;
    saved.clear();
    pending.clear();
  }

  return {
    async work() {
      try {
        while (invitation) await complete(invitation);
      } catch (error) {
        if (!(error instanceof ConnectionLost)) throw error;
      }
    },
  };
}
