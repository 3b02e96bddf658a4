// Makes a section of the vendor portal save as one goes: each answer by itself, with "Saved 10:32", conflicts shown, documents uploaded
// in place. Without it the page works as a plain form; it may only add to that.
import { answerParts } from "#app/domain/assessment/answer-names.ts";
import { showConflict, showError, showLocalTimes, showSaved, showState, type Words } from "./saved-marks.ts";
import { offerUploads } from "./upload-in-place.ts";

interface Saved {
  revision: number;
  savedAt: string;
  givenBy: string;
  progress: { answered: number; required: number };
  isReshaped: boolean;
}

interface Refused {
  error: { code: string; detail: string; fields?: Record<string, string>; theirs?: { revision: number; by: string; shown: string } };
}

const typingPauseMs = 800;
const retryMs = 5000;
const lookEveryMs = 30_000;

const form = document.querySelector<HTMLFormElement>("form#section");
if (form) enhance(form);

function enhance(form: HTMLFormElement): void {
  const words = JSON.parse(form.dataset.words ?? "{}") as Words;
  const timers = new Map<string, number>();
  const saving = new Set<string>();
  const unsaved = new Set<string>();

  for (const note of document.querySelectorAll<HTMLElement>("[data-save-note]")) note.textContent = note.dataset.saveNote ?? "";
  offerUploads(form, words, refresh);
  showLocalTimes(words);

  form.addEventListener("input", (event) => touch(event.target, typingPauseMs));
  form.addEventListener("change", (event) => {
    const { target } = event;
    if (target instanceof HTMLInputElement && target.type === "checkbox" && target.checked) keepExclusive(target);
    touch(target, target instanceof HTMLInputElement && target.type === "text" ? typingPauseMs : 0);
  });
  form.addEventListener("focusout", (event) => {
    const question = questionOf(event.target);
    if (question && unsaved.has(keyOf(question))) schedule(question, 0);
  });
  form.addEventListener("submit", () => unsaved.clear());
  window.addEventListener("beforeunload", (event) => {
    if (unsaved.size > 0) event.preventDefault();
  });
  window.setInterval(() => {
    if (document.visibilityState === "visible" && unsaved.size === 0 && saving.size === 0) void refresh();
  }, lookEveryMs);

  function touch(target: EventTarget | null, pause: number): void {
    const question = questionOf(target);
    if (!question || (target instanceof HTMLElement && target.closest("[data-upload]"))) return;
    unsaved.add(keyOf(question));
    // Rows of a table are saved when the table is left: half a row is no answer yet.
    if (question.dataset.type === "table" && target instanceof HTMLElement && target.closest("table")) return;
    schedule(question, pause);
  }

  function schedule(question: HTMLElement, pause: number): void {
    const key = keyOf(question);
    window.clearTimeout(timers.get(key));
    timers.set(
      key,
      window.setTimeout(() => void save(question), pause),
    );
  }

  async function save(question: HTMLElement): Promise<void> {
    const key = keyOf(question);
    const body = fieldsOf(form, key);
    // While a conflict waits for a choice, nothing is sent behind the person's back.
    if (hasConflict(question)) return;
    if (!body || (question.contains(document.activeElement) && question.dataset.type === "table")) return;
    if (saving.has(key)) return schedule(question, 200);
    saving.add(key);
    unsaved.delete(key);
    showState(question, words.saving);
    try {
      const response = await fetch("/v/answer", { method: "POST", body, headers: { Accept: "application/json" } });
      const answer = (await response.json()) as Saved | Refused;
      if ("error" in answer) refuse(question, answer.error);
      else accept(question, answer);
    } catch {
      unsaved.add(key);
      showState(question, words.offline, true);
      schedule(question, retryMs);
    } finally {
      saving.delete(key);
    }
  }

  function accept(question: HTMLElement, saved: Saved): void {
    base(question).value = String(saved.revision);
    question.dataset.revision = String(saved.revision);
    showSaved(question, words, saved.savedAt, saved.givenBy);
    const { answered, required } = saved.progress;
    for (const text of document.querySelectorAll("[data-progress]"))
      text.textContent = text.textContent!.replace(/^\d+(\D+)\d+/, `${answered}$1${required}`);
    const bar = document.querySelector<HTMLProgressElement>(".vprog progress");
    if (bar) {
      bar.max = Math.max(1, required);
      bar.value = answered;
    }
    if (saved.isReshaped) void refresh();
  }

  function refuse(question: HTMLElement, error: Refused["error"]): void {
    unsaved.add(keyOf(question));
    if (error.theirs) {
      const { theirs } = error;
      showConflict(question, words, theirs, {
        keep: () => {
          window.clearTimeout(timers.get(keyOf(question)));
          unsaved.delete(keyOf(question));
          question.dataset.revision = "-1";
          void refresh();
        },
        replace: () => {
          base(question).value = String(theirs.revision);
          void save(question);
        },
      });
    } else if (error.code === "unauthenticated") showState(question, words.signedOut, true);
    else showError(question, Object.values(error.fields ?? {})[0] ?? error.detail);
  }

  /** Draws again what changed on the server: questions that opened or closed, and what colleagues saved. What is being typed stays. */
  async function refresh(): Promise<void> {
    const fresh = await readPage(location.href);
    const freshForm = fresh?.querySelector("form#section");
    if (!fresh || !freshForm) return;
    const wanted = [...freshForm.querySelectorAll<HTMLElement>("[data-question]")];
    const keys = new Set(wanted.map(keyOf));
    for (const question of form.querySelectorAll<HTMLElement>("[data-question]")) if (!keys.has(keyOf(question))) question.remove();
    let before: Element | null = null;
    for (const question of wanted) {
      const present = form.querySelector<HTMLElement>(`[data-question="${CSS.escape(keyOf(question))}"]`);
      const stays = present && (isSame(present, question) || unsaved.has(keyOf(question)) || saving.has(keyOf(question)));
      const shown: HTMLElement = stays ? present : replace(present, question, before);
      if (stays) shown.querySelector(".q__n")!.textContent = question.querySelector(".q__n")!.textContent;
      before = shown;
    }
    for (const mark of ["[data-place]", "[data-progress]"]) {
      const [own, other] = [document.querySelector(mark), fresh.querySelector(mark)];
      if (own && other) own.textContent = other.textContent;
    }
    offerUploads(form, words, refresh);
    showLocalTimes(words);
  }

  function replace(present: HTMLElement | null, question: HTMLElement, before: Element | null): HTMLElement {
    const focused = present?.contains(document.activeElement) ? document.activeElement?.id : undefined;
    const shown = document.importNode(question, true);
    if (present) present.replaceWith(shown);
    else if (before) before.after(shown);
    else form.querySelector("button")!.after(shown);
    if (focused) document.getElementById(focused)?.focus();
    return shown;
  }
}

function isSame(a: HTMLElement, b: HTMLElement): boolean {
  return a.dataset.revision === b.dataset.revision && a.dataset.shape === b.dataset.shape;
}

function questionOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof HTMLElement ? target.closest<HTMLElement>("[data-question]") : null;
}

const hasConflict = (question: HTMLElement): boolean => question.querySelector(".q__conflict[data-mark]") !== null;

const keyOf = (question: HTMLElement): string => question.dataset.question ?? "";

const base = (question: HTMLElement): HTMLInputElement => question.querySelector<HTMLInputElement>('input[name^="base:"]')!;

/** The fields of one question, as the form would send them; undefined while what stands in for a document is not complete. */
function fieldsOf(form: HTMLFormElement, key: string): URLSearchParams | undefined {
  const names = new Set(answerParts.map((part) => `${part}:${key}`));
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    const isOwn = names.has(name) || (name.startsWith("cell:") && name.endsWith(`:${key}`));
    if (isOwn && typeof value === "string") fields.append(name, value);
  }
  const instead = fields.get(`instead:${key}`);
  const isHalf = (instead === "covered" && !fields.get(`document:${key}`)?.trim()) || (instead === "later" && !fields.get(`on:${key}`));
  return isHalf ? undefined : fields;
}

/** Ticking an answer that stands alone unticks the others, and the other way round; the same for "not applicable" and "no answer". */
function keepExclusive(ticked: HTMLInputElement): void {
  const boxes = ticked.closest("[data-question]")?.querySelectorAll<HTMLInputElement>('input[type="checkbox"]') ?? [];
  for (const box of boxes) {
    const isAlone = box.dataset.exclusive !== undefined || box.dataset.reason !== undefined;
    const isTickedAlone = ticked.dataset.exclusive !== undefined || ticked.dataset.reason !== undefined;
    if (box !== ticked && (isAlone || isTickedAlone)) box.checked = false;
  }
}

/** The page as the server draws it now. Parsed by the browser as a document of its own: no script in it runs. */
function readPage(url: string): Promise<Document | null> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("GET", url);
    request.responseType = "document";
    request.addEventListener("load", () => resolve(request.status === 200 ? request.responseXML : null));
    request.addEventListener("error", () => resolve(null));
    request.send();
  });
}
