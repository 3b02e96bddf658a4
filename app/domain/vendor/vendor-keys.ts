// Keys that are compared instead of what people typed: sorting, searching, unique indexes and duplicate finding use these, on both engines
// alike. They are stored: changing a rule means recomputing the columns name_key, duplicate_key, email_key, domain.

/** Sort and search key of a name: NFKC, lower case, spaces folded. */
export function nameKey(name: string): string {
  return name.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
}

/** E-mail addresses are compared without regard to case. */
export function emailKey(email: string): string {
  return email.normalize("NFKC").toLowerCase().trim();
}

// Legal forms as they stand after dots and slashes are gone. Only ever dropped from the end of a name.
const legalForms = new Set(
  (
    "ab ag aktiengesellschaft aps as asa bv bvba co company corp corporation cv dac doo ek eg eood eu eurl ev gbr gesmbh gmbh inc incorporated " +
    "kft kg kgaa kk limited llc llp lp ltd ltda mbh nv ohg ood oy oyj plc pte pty sa sarl sas sasu sc sca se sl slu snc spa spk spzoo srl sro ug"
  ).split(" "),
);

/** As nameKey, without accents, punctuation and legal forms: vendors with the same one may be the same company. */
export function duplicateKey(name: string): string {
  const words = nameKey(name)
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replaceAll("ß", "ss")
    .replace(/\bsp\.? ?z ?o\.? ?o\b/g, "spzoo")
    .replace(/\b([a-z])\/([a-z])\b/g, "$1$2") // A/S
    .replace(/[.'’]/g, "") // B.V., O'Neil
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  while (words.length > 1 && legalForms.has(words.at(-1)!)) words.pop();
  return words.join(" ") || nameKey(name);
}

/** A website as stored, or undefined when it is none: only http and https, without user or password; https when nothing is said. */
export function websiteOf(typed: string): string | undefined {
  const text = typed.normalize("NFKC").trim();
  const url = parseUrl(/^[a-z][a-z0-9+.-]*:/i.test(text) && !/^[^/]*:\d/.test(text) ? text : `https://${text}`);
  if (!url || (url.protocol !== "https:" && url.protocol !== "http:") || url.username || url.password) return undefined;
  if (!isDomain(url.hostname)) return undefined;
  return url.pathname === "/" && !url.search ? url.origin : url.origin + url.pathname + url.search;
}

/** The domain a vendor is recognised by: host of its website without `www.`; undefined when the website is none. */
export function domainOf(website: string): string | undefined {
  const url = websiteOf(website);
  return url === undefined ? undefined : new URL(url).hostname.replace(/^www\./, "");
}

/** Registration ids (company register, VAT) are compared without spaces, dots and dashes. Empty: undefined. */
export function registrationKey(registrationId: string): string | undefined {
  return (
    registrationId
      .normalize("NFKC")
      .toUpperCase()
      .replace(/[^\p{L}\p{N}]/gu, "") || undefined
  );
}

/** At least two labels of letters, digits and inner dashes, the last no number: neither `localhost` nor an address. */
function isDomain(host: string): boolean {
  const labels = host.split(".");
  const isLabel = (label: string) => /^[a-z0-9-]{1,63}$/.test(label) && !label.startsWith("-") && !label.endsWith("-");
  return host.length <= 253 && labels.length >= 2 && labels.every(isLabel) && !/^\d+$/.test(labels.at(-1)!);
}

function parseUrl(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}
