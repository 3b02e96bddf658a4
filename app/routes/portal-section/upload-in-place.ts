// Uploads a document right beside its question, with progress; without script a page of its own does it.
import { sendFile } from "#app/ui/send-file.ts";
import { element, icon, type Words } from "./saved-marks.ts";

/** Opens the drop zones of the form; `done` is called after each upload. May be called again for questions that came later. */
export function offerUploads(form: HTMLFormElement, words: Words, done: () => Promise<void>): void {
  for (const place of form.querySelectorAll<HTMLElement>("[data-upload][hidden]")) {
    place.hidden = false;
    const plain = place.parentElement?.querySelector<HTMLElement>("[data-upload-plain]");
    if (plain) plain.hidden = true;
    const go = element("button", "btn", icon("arrow-up"), words.upload);
    go.type = "button";
    const said = element("p", "field__error");
    said.setAttribute("role", "alert");
    go.addEventListener("click", () => void upload(place, go, said, words, done));
    place.append(said, go);
    for (const choice of place.querySelectorAll("input, select")) choice.addEventListener("keydown", withoutSubmitting);
  }
}

/** Enter in a field of the drop zone must not send the section. */
function withoutSubmitting(event: Event): void {
  if (event instanceof KeyboardEvent && event.key === "Enter") event.preventDefault();
}

async function upload(
  place: HTMLElement,
  go: HTMLButtonElement,
  said: HTMLElement,
  words: Words,
  done: () => Promise<void>,
): Promise<void> {
  const part = (name: string) => place.querySelector<HTMLInputElement | HTMLSelectElement>(`[data-part="${name}"]`);
  const input = part("file") as HTMLInputElement | null;
  const file = input?.files?.[0];
  said.replaceChildren();
  if (!file) return input?.focus();
  if (part("kind")?.value === "") {
    said.replaceChildren(icon("circle-alert"), words.chooseKind);
    return part("kind")?.focus();
  }
  const body = new FormData();
  body.append("questionKey", place.dataset.upload ?? "");
  for (const name of ["kind", "startsOn", "statedExpiryOn"]) {
    const value = part(name)?.value;
    if (value) body.append(name, value);
  }
  body.append("file", file);
  const bar = element("progress", "busy");
  bar.max = file.size || 1;
  bar.value = 0;
  bar.setAttribute("aria-label", file.name);
  go.disabled = true;
  place.append(bar);
  try {
    await sendFile("/v/evidence", body, (loaded) => {
      bar.value = loaded;
    });
    await done();
    // A question that stays as it is keeps its drop zone: empty it for the next file.
    if (input) input.value = "";
  } catch (error) {
    said.replaceChildren(icon("circle-alert"), error instanceof Error && error.message !== "" ? error.message : words.uploadFailed);
  } finally {
    bar.remove();
    go.disabled = false;
  }
}
