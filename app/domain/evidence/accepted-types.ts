// The one table of file types evidence may have: media type, extensions, and how a person would call it. Pages print it, the
// upload checks content and extension against it. Anything that a browser or an office program would execute is not in it.

export interface AcceptedType {
  label: { en: string; de: string };
  /** Lower case, without the dot; a file of this type must carry one of them. */
  extensions: readonly string[];
}

export const acceptedTypes = {
  "application/pdf": { label: { en: "PDF", de: "PDF" }, extensions: ["pdf"] },
  "image/png": { label: { en: "PNG image", de: "PNG-Bild" }, extensions: ["png"] },
  "image/jpeg": { label: { en: "JPEG image", de: "JPEG-Bild" }, extensions: ["jpg", "jpeg"] },
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": {
    label: { en: "Word document without macros", de: "Word-Dokument ohne Makros" },
    extensions: ["docx"],
  },
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": {
    label: { en: "Excel workbook without macros", de: "Excel-Mappe ohne Makros" },
    extensions: ["xlsx"],
  },
  "text/csv": { label: { en: "CSV table (UTF-8)", de: "CSV-Tabelle (UTF-8)" }, extensions: ["csv"] },
  "text/plain": { label: { en: "Plain text (UTF-8)", de: "Reiner Text (UTF-8)" }, extensions: ["txt"] },
  "application/json": { label: { en: "JSON (UTF-8)", de: "JSON (UTF-8)" }, extensions: ["json"] },
} as const satisfies Record<string, AcceptedType>;

export type AcceptedMediaType = keyof typeof acceptedTypes;

export function isAcceptedMediaType(text: string): text is AcceptedMediaType {
  return Object.hasOwn(acceptedTypes, text);
}

/** The type a file name claims by its last extension, whatever its case. */
export function mediaTypeOfName(fileName: string): AcceptedMediaType | undefined {
  const extension = /\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase();
  if (extension === undefined) return undefined;
  for (const [mediaType, type] of Object.entries(acceptedTypes))
    if ((type.extensions as readonly string[]).includes(extension)) return mediaType as AcceptedMediaType;
  return undefined;
}

/** The value of a file input's `accept`: `.pdf,.png,…`. */
export function acceptAttribute(mediaTypes: readonly string[]): string {
  return mediaTypes
    .filter(isAcceptedMediaType)
    .flatMap((mediaType) => acceptedTypes[mediaType].extensions.map((extension) => `.${extension}`))
    .join(",");
}
