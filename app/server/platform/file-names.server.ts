// File names come from strangers. They are shown and offered for download, never used as a path: storage names are our own.
import { mostFileNameCharacters } from "#app/domain/evidence/content-limits.ts";

/** Marks that turn the direction of text or are invisible: they make `exe.pdf` out of `fdp.exe`. */
const deceiving = /[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}\p{Zl}\p{Zp}\ufff9-\ufffb]/gu;
const loneSurrogates = /\p{Cs}/gu;
const forbiddenOnDisks = /[<>:"|?*]/g;
const deviceName = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

function shorten(name: string): string {
  const characters = [...name];
  if (characters.length <= mostFileNameCharacters) return name;
  const extension = /\.[^.]{1,10}$/u.exec(name)?.[0] ?? "";
  return characters.slice(0, mostFileNameCharacters - [...extension].length).join("") + extension;
}

/** A name that can be shown, logged and saved anywhere: no path, no control or deceiving characters, at most 200 characters. */
export function safeFileName(raw: string): string {
  const last = raw.normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  const clean = last
    .replace(deceiving, "")
    .replace(loneSurrogates, "_")
    .replace(/\p{Cc}/gu, "")
    .replace(forbiddenOnDisks, "_")
    .replace(/\s+/gu, " ")
    .replace(/^[\s.]+|[\s.]+$/gu, "")
    .replace(deviceName, "_$&");
  return shorten(clean) || "file";
}

/** Content-Disposition that always saves (RFC 6266): an ASCII name for old readers, the real one in UTF-8 (RFC 8187). */
export function attachmentDisposition(fileName: string): string {
  const name = safeFileName(fileName);
  const ascii = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\x20-\x7e]/gu, "_")
    .replace(/[%"\\]/g, "_");
  const encoded = encodeURIComponent(name).replace(/['()*!]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
