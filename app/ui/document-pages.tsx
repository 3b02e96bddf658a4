// What a document looks like, where a browser can show it without running anything of it: images as images, PDFs as drawn pages.
import type { DocumentView } from "#app/domain/evidence/document-view.ts";
import { Disclosure } from "./disclosure.tsx";
import { PdfView } from "./pdf-view.tsx";

/** Looking is reading: both come by the recording route, and only when asked for. */
export function DocumentPages({ document: { id, fileName, isImage, isPdf } }: { document: DocumentView }) {
  if (isPdf) return <PdfView address={`/evidence/${id}/file`} fileName={fileName} />;
  if (!isImage) return null;
  return (
    <Disclosure summary="Show the image">
      <img className="evidence-image" src={`/evidence/${id}/file?show`} alt={fileName} loading="lazy" />
    </Disclosure>
  );
}
