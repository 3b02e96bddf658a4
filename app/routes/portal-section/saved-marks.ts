// What a question says about itself while script saves it: saving, saved at, not saved and why, or that a colleague was faster.

/** Texts of the page, with {} where something is filled in. */
export type Words = Record<
  | "saved"
  | "by"
  | "saving"
  | "notSaved"
  | "offline"
  | "signedOut"
  | "conflict"
  | "theirs"
  | "none"
  | "keepTheirs"
  | "useMine"
  | "upload"
  | "uploadFailed"
  | "chooseKind",
  string
>;

const fill = (text: string, value: string): string => text.replace("{}", value);

export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  ...content: (string | Node)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  if (className !== "") made.className = className;
  made.append(...content);
  return made;
}

/** One symbol of the sprite, as the pages draw it. */
export function icon(name: string, className = "icon"): SVGElement {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  svg.setAttribute("class", className);
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(space, "use");
  use.setAttribute("href", `/icons.svg#i-${name}`);
  svg.append(use);
  return svg;
}

/** What the question is answered with; marks stand right before it. */
const control = (question: HTMLElement): Element =>
  question.querySelector(".choices, .q__control, table.cells, .q__more--proof") ?? question.querySelector(".q__foot")!;

const stamp = (question: HTMLElement): HTMLElement | null => question.querySelector<HTMLElement>("[data-saved]");

export function showState(question: HTMLElement, text: string, isBad = false): void {
  stamp(question)?.replaceChildren(...(isBad ? [icon("circle-alert", "icon icon--bad")] : []), text);
}

const savedText = (words: Words, at: string): string =>
  fill(words.saved, new Date(at).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }));

/** Puts what was saved before into the reader's own time; the server writes the asking company's. */
export function showLocalTimes(words: Words): void {
  for (const mark of document.querySelectorAll<HTMLElement>("[data-at]")) mark.textContent = savedText(words, mark.dataset.at ?? "");
}

/** "Saved 10:32 by Mira", in the reader's own time; the same once on top of the page. */
export function showSaved(question: HTMLElement, words: Words, savedAt: string, by: string): void {
  clearMarks(question);
  const text = savedText(words, savedAt);
  stamp(question)?.replaceChildren(icon("check"), element("span", "", `${text} `, element("span", "quiet", fill(words.by, by))));
  document.querySelector("[data-saved-all]")?.replaceChildren(icon("check"), text);
}

/** Marks the question, with what to do about it. */
export function showError(question: HTMLElement, message: string): void {
  clearMarks(question);
  question.classList.add("q--error");
  const said = element("p", "field__error", icon("circle-alert"), element("span", "", message));
  said.dataset.mark = "";
  said.setAttribute("role", "alert");
  control(question).before(said);
  showState(question, "");
  markUnsaved();
}

export function showConflict(
  question: HTMLElement,
  words: Words,
  theirs: { by: string; shown: string },
  choose: { keep: () => void; replace: () => void },
): void {
  clearMarks(question);
  const button = (text: string, act: () => void) => {
    const made = element("button", "btn", text);
    made.type = "button";
    made.addEventListener("click", () => {
      clearMarks(question);
      act();
    });
    return made;
  };
  const box = element(
    "div",
    "callout callout--warn q__conflict",
    icon("triangle-alert"),
    element("h3", "", fill(words.conflict, theirs.by)),
    element(
      "div",
      "",
      element("p", "", `${words.theirs}: `, element("b", "", theirs.shown || words.none)),
      element("div", "row", button(words.keepTheirs, choose.keep), button(words.useMine, choose.replace)),
    ),
  );
  box.dataset.mark = "";
  box.setAttribute("role", "alert");
  control(question).before(box);
  showState(question, "");
  markUnsaved();
}

function clearMarks(question: HTMLElement): void {
  for (const mark of question.querySelectorAll("[data-mark], .field__error, .q__conflict")) mark.remove();
  for (const field of question.querySelectorAll(".field--error")) field.classList.remove("field--error");
  question.classList.remove("q--error");
  markUnsaved();
}

function markUnsaved(): void {
  const words = JSON.parse(document.querySelector<HTMLElement>("form#section")?.dataset.words ?? "{}") as Words;
  const wrong = document.querySelectorAll(".q--error, .q__conflict[data-mark]").length;
  if (wrong > 0)
    document
      .querySelector("[data-saved-all]")
      ?.replaceChildren(icon("circle-alert", "icon icon--bad"), fill(words.notSaved, String(wrong)));
}
