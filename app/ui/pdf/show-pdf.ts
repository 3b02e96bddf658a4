// Opens a PDF beside its facts: fetched by the recorded route when asked for, drawn page by page. Without script the download remains.
import { kit } from "#app/i18n/en/kit.ts";
import type { OpenPdf, PdfOpener } from "./open-pdf.ts";

const zooms = [1, 1.5, 2, 3];

/** Gives every `[data-pdf]` place of the page a way to show its document; each is fetched once. */
export function offerPdfs(): void {
  for (const place of document.querySelectorAll<HTMLElement>("[data-pdf][hidden]")) {
    place.hidden = false;
    place.querySelector("[data-pdf-open]")?.addEventListener("click", () => void open(place), { once: true });
  }
}

async function open(place: HTMLElement): Promise<void> {
  const said = part(place, "said");
  part(place, "open").hidden = true;
  said.textContent = kit.pdf.busy;
  try {
    const answer = await fetch(place.dataset.pdf ?? "", { headers: { Accept: "application/octet-stream" } });
    if (!answer.ok) throw new Error(String(answer.status));
    await import(/* @vite-ignore */ place.dataset.pdfScript ?? "");
    const { openPdf } = globalThis as unknown as PdfOpener;
    await leaf(place, await openPdf(await answer.arrayBuffer()));
  } catch {
    said.textContent = kit.pdf.failed;
  }
}

async function leaf(place: HTMLElement, pdf: OpenPdf): Promise<void> {
  const [said, sheet, tools] = [part(place, "said"), part(place, "sheet"), part(place, "tools")];
  const canvas = document.createElement("canvas");
  canvas.setAttribute("role", "img");
  sheet.replaceChildren(canvas);
  tools.hidden = false;
  sheet.hidden = false;
  let page = 1;
  let zoom = 0;
  let drawing = Promise.resolve();
  const show = () => {
    const words = kit.pdf.drawn(page, pdf.pages);
    said.textContent = words;
    canvas.setAttribute("aria-label", words);
    button(place, "back").disabled = page === 1;
    button(place, "next").disabled = page === pdf.pages;
    button(place, "out").disabled = zoom === 0;
    button(place, "in").disabled = zoom === zooms.length - 1;
    const [number, times] = [page, zooms[zoom]!];
    drawing = drawing.then(() => pdf.draw(canvas, number, sheet.clientWidth, times));
    return drawing.then(() => {
      canvas.dataset.drawn = String(number);
    });
  };
  const step = (name: string, change: () => void) =>
    button(place, name).addEventListener("click", () => {
      change();
      void show();
    });
  step("back", () => {
    page = Math.max(1, page - 1);
  });
  step("next", () => {
    page = Math.min(pdf.pages, page + 1);
  });
  step("out", () => {
    zoom = Math.max(0, zoom - 1);
  });
  step("in", () => {
    zoom = Math.min(zooms.length - 1, zoom + 1);
  });
  await show();
}

const part = (place: HTMLElement, name: string) => place.querySelector<HTMLElement>(`[data-pdf-${name}]`)!;
const button = (place: HTMLElement, name: string) => part(place, name) as HTMLButtonElement;
