// Redirect targets that came from outside. Only paths of this portal, re-checked after normalising: `/.//evil` normalises to `//evil`.

/** `target` when it is a plain path of ours, else `fallback`. */
export function safePath(target: string | null | undefined, fallback = "/"): string {
  if (!target || !/^\/[\x21-\x7e]*$/.test(target) || target.includes("\\")) return fallback;
  let url: URL;
  try {
    url = new URL(target, "http://portal.invalid");
  } catch {
    return fallback;
  }
  const { pathname, search, origin } = url;
  if (origin !== "http://portal.invalid" || pathname.startsWith("//")) return fallback;
  return pathname + search;
}
