// Where a PDF is drawn when script runs: hidden without, for the download link is there. Pages are turned and zoomed by buttons.
import { en } from "#app/i18n/en.ts";
import { Button } from "./button.tsx";
import script from "./pdf/draw-pdf.enhancer.ts?worker&url";

export function PdfView({ address, fileName }: { address: string; fileName: string }) {
  const words = en.kit.pdf;
  const buttons = [
    { part: "data-pdf-back", label: words.back },
    { part: "data-pdf-next", label: words.next },
    { part: "data-pdf-out", label: words.smaller },
    { part: "data-pdf-in", label: words.larger },
  ];
  return (
    <div className="pdf" data-pdf={address} data-pdf-script={script} hidden>
      <Button type="button" icon="file-text" data-pdf-open="">
        {words.show}
      </Button>
      <div className="pdf__tools" data-pdf-tools="" role="group" aria-label={fileName} hidden>
        {buttons.map(({ part, label }) => (
          <Button key={part} type="button" {...{ [part]: "" }}>
            {label}
          </Button>
        ))}
      </div>
      <p className="quiet" role="status" data-pdf-said="" />
      <div className="pdf__sheet" data-pdf-sheet="" hidden />
    </div>
  );
}
