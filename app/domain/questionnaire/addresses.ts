// Whether a cell holds a web address or a mail address: the form of one, never whether anybody is there.

/** http or https with a host; nothing a page could run. */
export function isWebAddress(text: string): boolean {
  if (!/^https?:\/\/[^\s/?#]+/i.test(text)) return false;
  return URL.canParse(text) && new URL(text).hostname.includes(".");
}

export const isMailAddress = (text: string): boolean => /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(text) && text.length <= 254;
