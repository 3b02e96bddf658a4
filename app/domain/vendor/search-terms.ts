// The words a vendor is found by: of its name and its domain. Search is by the beginning of any word, the same on both engines.
import { duplicateKey, nameKey } from "./vendor-keys.ts";

const maxTerms = 24;

/** Words of the name as typed and without accents, and the domain whole and by parts. */
export function searchTerms(name: string, domain: string | null): string[] {
  const words = [...nameKey(name).split(/[^\p{L}\p{N}]+/u), ...duplicateKey(name).split(" ")];
  const parts = domain === null ? [] : [domain, ...domain.split(".").slice(0, -1)];
  return [...new Set([nameKey(name).slice(0, 120), ...words, ...parts])].filter(Boolean).slice(0, maxTerms);
}
