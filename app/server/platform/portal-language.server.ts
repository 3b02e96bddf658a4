// The language of a page of the vendor portal; every other page is in English. A person's choice stands in the address of the switch
// (`lang`) and is then kept in a cookie, which no table knows; a link in a mail may say what its addressee reads (`speaks`).
import { isVendorAddress } from "#app/domain/access/vendor-address.ts";
import { type Language, languages } from "#app/domain/questionnaire/questionnaire.ts";
import { cookieValue, languageCookie, setCookie } from "./cookies.server.ts";

const yearSeconds = 365 * 24 * 3600;

/** First: what was chosen now, what was chosen before, what the mail said, what the browser asks for. */
export function portalLanguage(request: Request): { language: Language; setCookie?: string } {
  const { pathname, searchParams } = new URL(request.url);
  if (!isVendorAddress(pathname)) return { language: "en" };
  const kept = known(cookieValue(request, languageCookie));
  const named = known(searchParams.get("lang")) ?? (kept ? undefined : known(searchParams.get("speaks")));
  const language = named ?? kept ?? accepted(request.headers.get("Accept-Language") ?? "");
  return named && named !== kept ? { language, setCookie: setCookie(languageCookie, named, yearSeconds) } : { language };
}

const known = (code: string | null | undefined): Language | undefined => languages.find((each) => each === code);

/** The one of our languages the browser likes most, English when it names none (RFC 9110 12.5.4). */
function accepted(header: string): Language {
  const ranges = header
    .slice(0, 200)
    .split(",")
    .map((range) => {
      const [tag = "", ...parameters] = range.trim().toLowerCase().split(";");
      const weight = /^\s*q=([\d.]+)\s*$/.exec(parameters[0] ?? "q=1")?.[1];
      return { language: known(tag.split("-")[0]), weight: Number(weight ?? 0) };
    });
  const liked = ranges.filter(({ language, weight }) => language && weight > 0).sort((a, b) => b.weight - a.weight);
  return liked[0]?.language ?? "en";
}
