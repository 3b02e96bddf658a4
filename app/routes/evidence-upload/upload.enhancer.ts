// Uploads with progress, and says a refusal beside the file with everything typed still there. Without it the plain form does the same.
import { sendFile } from "#app/ui/send-file.ts";

const form = document.querySelector<HTMLFormElement>("form[data-upload-form]");

form?.addEventListener("submit", (event) => {
  const file = form.querySelector<HTMLInputElement>("input[type=file]")?.files?.[0];
  if (!file) return;
  event.preventDefault();
  void upload(form, file);
});

async function upload(of: HTMLFormElement, file: File): Promise<void> {
  const button = of.querySelector<HTMLButtonElement>("button");
  const said = of.querySelector<HTMLElement>("[data-upload-said]");
  const bar = document.createElement("progress");
  bar.className = "busy";
  bar.max = file.size || 1;
  bar.value = 0;
  bar.setAttribute("aria-label", file.name);
  said?.replaceChildren();
  said?.after(bar);
  if (button) button.disabled = true;
  try {
    const answer = await sendFile(of.action, new FormData(of), (loaded) => {
      bar.value = loaded;
    });
    location.assign(`/evidence/${(answer as { evidenceId: string }).evidenceId}`);
  } catch (error) {
    const message = error instanceof Error ? error.message : "";
    said?.replaceChildren(message === "" ? "The upload did not reach the server. Try again." : message);
    bar.remove();
    if (button) button.disabled = false;
  }
}
