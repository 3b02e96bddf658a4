// Session cookies: opaque ids, `__Host-` prefix, never readable by scripts (OWASP ASVS 5.0 V3.3).

export const staffCookie = "__Host-session";
export const vendorCookie = "__Host-vendor";
/** Not a session: the language a vendor chose. */
export const languageCookie = "__Host-language";

/** The token of a session's cookie; undefined when absent, sent twice or no token. */
export function readCookie(request: Request, name: string): string | undefined {
  const value = cookieValue(request, name);
  return value !== undefined && /^[\w-]{43}$/.test(value) ? value : undefined;
}

/** The value of one cookie; undefined when absent or sent twice (cookie tossing). */
export function cookieValue(request: Request, name: string): string | undefined {
  const values = (request.headers.get("Cookie") ?? "")
    .split(";")
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
  return values.length === 1 ? values[0] : undefined;
}

export function setCookie(name: string, token: string, maxAgeSeconds: number): string {
  return `${name}=${token}; Path=/; Max-Age=${maxAgeSeconds}; HttpOnly; Secure; SameSite=Lax`;
}

export function clearCookie(name: string): string {
  return setCookie(name, "", 0);
}
