// Keys of the review: j/k from answer to answer, a accept, c clarify, f finding, n note, ? the list of keys. The page works without it.
import { offerPdfs } from "#app/ui/pdf/show-pdf.ts";

const cards = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>("article.acard")];
const current = (): HTMLElement | null => document.querySelector<HTMLElement>("article.acard.is-current");

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches("input:not([type=radio]):not([type=checkbox]), textarea, select");

function move(step: 1 | -1): void {
  const all = cards();
  const at = all.indexOf(current() as HTMLElement);
  const next = all[at + step];
  const link = next?.querySelector<HTMLAnchorElement>("h3 a");
  if (link) link.click();
}

function choose(verdict: string): void {
  const radio = current()?.querySelector<HTMLInputElement>(`input[name=verdict][value=${verdict}]`);
  if (!radio) return;
  radio.checked = true;
  radio.focus();
  if (verdict === "accepted") radio.form?.requestSubmit();
  else current()?.querySelector<HTMLTextAreaElement>("textarea[name=reason]")?.focus();
}

function open(selector: string, field: string): void {
  const details = current()?.querySelector<HTMLDetailsElement>(selector);
  if (!details) return;
  details.open = true;
  details.querySelector<HTMLElement>(`[name=${field}]`)?.focus();
}

const actions: Record<string, () => void> = {
  j: () => move(1),
  k: () => move(-1),
  a: () => choose("accepted"),
  c: () => choose("clarify"),
  f: () => open(".judge__finding", "title"),
  n: () => open(".judge__note", "note"),
  "?": () => document.querySelector<HTMLElement>("[data-keys]")?.scrollIntoView({ block: "center" }),
};

offerPdfs();

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  const action = actions[event.key];
  if (!action) return;
  event.preventDefault();
  action();
});

if (new URLSearchParams(location.search).has("question")) current()?.scrollIntoView({ block: "start" });
