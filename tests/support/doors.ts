// All doors of the built server: Remix routes of the build and handlers beside Remix, with the addresses that reach them and the forms
// they take. Security tests walk this list; nothing in it is written by hand but sample values for parameters that name no object.
import { readdirSync, readFileSync } from "node:fs";
import { routeAccess } from "#app/domain/access/route-access.ts";
import { createApp } from "#app/http/app.server.ts";
import type { Ground, Objects } from "./proving-ground.ts";

export interface Door {
  /** As in route-access.ts. */
  readonly id: string;
  /** With `:parameters`. */
  readonly path: string;
  readonly reads: boolean;
  readonly writes: boolean;
  /** Reachable as `.data` too. */
  readonly isRemix: boolean;
}

type Whose = "own" | "sibling" | "foreign" | "nobody";

/** A value for a parameter that names no object of its own, by its name: taken from what vendor A has. */
const samples: Record<string, (ground: Ground, whose: Whose) => string> = {
  section: () => "payment-provider~scope",
  contactId: ({ objects }, whose) => objects[whose === "nobody" ? "own" : whose].contact,
  upload: ({ objects }, whose) => objects[whose === "nobody" ? "own" : whose].brought,
  id: () => "payment-provider",
  sectionId: () => "basics",
  questionId: () => "mfa",
  holder: () => "question",
  of: () => "mfa",
  question: ({ objects }) => encodeURIComponent(objects.own.question),
};

export async function doorsOf(ground: Ground): Promise<Door[]> {
  const { routes } = ground.server.build;
  const doors: Door[] = [];
  for (const [id, route] of Object.entries(routes)) {
    if (!route || id === "root") continue;
    const segments: string[] = [];
    for (let at: typeof route | undefined = route; at; at = at.parentId ? routes[at.parentId] : undefined)
      if (at.path) segments.unshift(at.path);
    const { loader, action } = route.module as { loader?: unknown; action?: unknown };
    doors.push({ id, path: `/${segments.join("/").replace(/^\/+/, "")}`, reads: Boolean(loader), writes: Boolean(action), isRemix: true });
  }
  const app = createApp(ground.server.portal, ground.server.build);
  for (const { method, path } of app.routes) {
    if (method === "ALL" || doors.some(({ id }) => id === `${method} ${path}`)) continue;
    doors.push({ id: `${method} ${path}`, path, reads: method === "GET", writes: method === "POST", isRemix: false });
  }
  return doors;
}

/** The addresses to ask at, by the form of asking. A layout without an address of its own is reached through a child. */
export function asks(door: Door, whose: Whose, ground: Ground): [string, string][] {
  const path = fill(door, whose, ground);
  if (!door.isRemix || !door.reads) return [["document", path]];
  const data = path === "/" ? "/_root.data" : `${path}.data`;
  return [
    ["document", path],
    ["data", data],
    ["one route's data", `${data}?_routes=${encodeURIComponent(door.id)}`],
  ];
}

function fill(door: Door, whose: Whose, ground: Ground): string {
  const object = routeAccess[door.id]?.object;
  return door.path
    .replace(/\/:(\w+)\?/g, "")
    .replace(/\/\*$/, "/no-such-page")
    .replace(/:(\w+)/g, (_, name: string) => {
      if (object?.param === name)
        return door.id === "routes/password/route" ? passwordToken(whose, ground) : idOf(object.type, whose, ground);
      const sample = samples[name]?.(ground, whose);
      if (sample === undefined)
        throw new Error(`${door.id} has a parameter :${name} that names no object: give the security tests a sample value in doors.ts.`);
      return sample;
    });
}

type ObjectType = NonNullable<(typeof routeAccess)[string]["object"]>["type"];

const prefixes: Record<string, string> = {
  vendor: "ven",
  engagement: "eng",
  assessment: "asm",
  evidence: "evd",
  report: "evd",
  letter: "evd",
  finding: "fnd",
  decision: "dec",
  draft: "qnd",
  upload: "wbk",
  caiq: "wbk",
};

function idOf(type: ObjectType, whose: Whose, ground: Ground): string {
  if (whose === "nobody")
    return type === "token" ? "A".repeat(43) : `${prefixes[type] ?? type.slice(0, 3)}_019ab000-0000-7000-8000-000000000000`;
  const objects: Objects = ground.objects[whose];
  if (type === "token") return objects.linkUrl.split("/").at(-1) ?? "";
  const id = (objects as Record<string, string | undefined>)[type];
  if (id === undefined) throw new Error(`The seed of the security tests makes no ${type}; extend tests/support/proving-ground.ts.`);
  return id;
}

const passwordToken = (whose: Whose, ground: Ground) => (whose === "nobody" ? "A".repeat(43) : ground.objects[whose].passwordToken);

/** Values of `intent` the route's source tells apart, and none. */
export function intentsOf(id: string): string[] {
  const folder = `app/${id.slice(0, id.lastIndexOf("/"))}`;
  if (!id.startsWith("routes/")) return [""];
  const source = readdirSync(folder)
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => readFileSync(`${folder}/${name}`, "utf8"))
    .join("\n");
  const found = [...source.matchAll(/case "([\w.-]+)"|name="intent"\s+value="([\w.-]+)"|intent === "([\w.-]+)"/g)];
  return [...new Set(["", ...found.map(([, a, b, c]) => a ?? b ?? c ?? "")])];
}

/** A form with a document, for the doors that take one. */
export function documentForm(ground: Ground): FormData {
  const form = new FormData();
  form.append("assessmentId", ground.objects.own.assessment ?? "");
  form.append("questionKey", ground.objects.own.question);
  form.append("kind", "pci-aoc-sp");
  form.append("file", new Blob(["%PDF-1.4\n%%EOF\n"], { type: "application/pdf" }), "attestation.pdf");
  return form;
}

export interface Answered {
  status: number;
  location: string | undefined;
  body: string;
  headers: Headers;
}

/** Asks as a page of the portal would; a form makes it a POST. */
export async function ask(
  ground: Ground,
  path: string,
  cookie: string | undefined,
  form?: Record<string, string> | FormData,
): Promise<Answered> {
  const { origin } = ground.server;
  const headers: Record<string, string> = cookie ? { Cookie: cookie } : {};
  if (form) Object.assign(headers, { Origin: origin, "Sec-Fetch-Site": "same-origin" });
  const init: RequestInit = form ? { method: "POST", body: form instanceof FormData ? form : new URLSearchParams(form) } : {};
  const response = await fetch(origin + path, { ...init, headers, redirect: "manual" });
  const body = await response.text();
  const inside = /"(?:SingleFetchRedirect)".*?"redirect","([^"]+)"/.exec(body);
  const location = inside?.[1] ?? response.headers.get("Location") ?? undefined;
  return { status: response.status, location, body, headers: response.headers };
}

/** True for the way out: to sign in, or for a vendor to the page that says the session is over. */
export function isSignInDoor({ location }: Answered, audience: "public" | "staff" | "vendor"): boolean {
  if (location === undefined) return false;
  return audience === "vendor" ? location.startsWith("/vendor/signed-out") : location.startsWith("/login");
}

/** The same page but for what differs by request (nonce, trace id) and who looks (rail, name). */
export function sameShape(answers: readonly Answered[]): boolean {
  const shape = ({ body }: Answered) => /(?:There is nothing here|not_found|no such)[^"<]*/i.exec(body)?.[0] ?? body.length;
  return new Set(answers.map(shape)).size === 1;
}

/** What was answered without what differs by request: trace id, nonce, the ids that were asked for, and the address itself. */
export function unmarked({ body, headers, location }: Answered): string {
  const trace = headers.get("X-Trace-Id") || "no trace";
  const plain = body
    .replaceAll(trace, "TRACE")
    .replaceAll(/nonce="[^"]*"/g, "")
    .replaceAll(/\b[a-z]{3}_(?:[0-9a-f]{32}|[0-9a-f-]{36})/g, "ID");
  return `${location?.replaceAll(/\b[a-z]{3}_(?:[0-9a-f]{32}|[0-9a-f-]{36})/g, "ID") ?? ""} ${headers.get("Content-Type")} ${plain}`;
}
