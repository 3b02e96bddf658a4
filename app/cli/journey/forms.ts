// Finds the form a button belongs to, keeps what the page filled in, adds what a person would type, and posts it: as a browser does.
import type { Answer, HttpBrowser } from "../http-browser.ts";
import { must, textOf, unescapeHtml } from "./pages.ts";

export type Typed = Record<string, string | readonly string[]>;

/** Presses the button with this text (or name of its value) after typing into its form. */
export async function press(browser: HttpBrowser, page: Answer, button: string | RegExp, typed: Typed = {}): Promise<Answer> {
  const forms = [...page.html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(([, head = "", body = ""]) => ({ head, body }));
  for (const { head, body } of forms) {
    const pressed = buttonsOf(body).find(({ text }) => (typeof button === "string" ? text === button : button.test(text)));
    if (!pressed) continue;
    const action = attribute(head, "action") ?? page.path;
    const path = action.startsWith("?") ? (page.path.split("?")[0] as string) + action : action;
    const fields: Record<string, string | readonly string[]> = { ...filledIn(body), ...typed };
    if (pressed.name) fields[pressed.name] = pressed.value;
    return browser.post(path, fields);
  }
  must(false, `the page offers “${button}”`, page);
}

function buttonsOf(body: string): { text: string; name: string | undefined; value: string }[] {
  return [...body.matchAll(/<button\b([^>]*)>([\s\S]*?)<\/button>/g)]
    .filter(([, head = ""]) => attribute(head, "type") !== "button")
    .map(([, head = "", text = ""]) => ({ text: textOf(text), name: attribute(head, "name"), value: attribute(head, "value") ?? "" }));
}

/** What the form would send if nothing were typed. */
function filledIn(body: string): Record<string, string[]> {
  const fields: Record<string, string[]> = {};
  const add = (name: string | undefined, value: string) => {
    if (name) fields[name] = [...(fields[name] ?? []), value];
  };
  for (const [, head = ""] of body.matchAll(/<input\b([^>]*)>/g)) {
    const type = attribute(head, "type") ?? "text";
    if (type === "file" || /\bdisabled\b/.test(head)) continue;
    if ((type === "checkbox" || type === "radio") && !/\schecked\b/.test(head)) continue;
    add(attribute(head, "name"), attribute(head, "value") ?? (type === "checkbox" ? "on" : ""));
  }
  for (const [, head = "", text = ""] of body.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g)) {
    add(attribute(head, "name"), unescapeHtml(text).replace(/^\n/, ""));
  }
  for (const [, head = "", options = ""] of body.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g)) {
    const all = [...options.matchAll(/<option\b([^>]*)>/g)].map(([, option = ""]) => option);
    const chosen = all.find((option) => /\sselected\b/.test(option)) ?? all[0];
    if (chosen !== undefined) add(attribute(head, "name"), attribute(chosen, "value") ?? "");
  }
  return fields;
}

function attribute(head: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(head)?.[1];
  return found === undefined ? undefined : unescapeHtml(found);
}
