import { describe, expect, it } from "vitest";
import { portalLanguage } from "#app/server/platform/portal-language.server.ts";

const asked = (path: string, headers: Record<string, string> = {}) =>
  portalLanguage(new Request(new URL(path, "https://portal.example"), { headers }));

const inGerman = { "Accept-Language": "de-AT,de;q=0.9,en;q=0.8" };
const keptGerman = { Cookie: "__Host-language=de" };

describe("the language of the vendor portal", () => {
  it("is the one the browser likes most of ours, else English", () => {
    expect(asked("/vendor", inGerman).language).toBe("de");
    expect(asked("/vendor", { "Accept-Language": "fr-FR, fr;q=0.9, en;q=0.5, de;q=0.7" }).language).toBe("de");
    expect(asked("/vendor", { "Accept-Language": "de;q=0, en;q=0.1" }).language).toBe("en");
    for (const header of ["", "fr", "*", "de;q=nonsense", ";;;,,,", "x".repeat(10_000)])
      expect([header, asked("/vendor", { "Accept-Language": header }).language]).toEqual([header, "en"]);
  });

  it("is what was chosen, from then on", () => {
    const chosen = asked("/vendor/check?lang=de");
    expect(chosen).toEqual({
      language: "de",
      setCookie: expect.stringMatching(/^__Host-language=de; Path=\/; .*HttpOnly; Secure; SameSite=Lax$/),
    });
    expect(asked("/vendor", keptGerman)).toEqual({ language: "de" });
    expect(asked("/vendor?lang=en", { ...keptGerman, ...inGerman }).language).toBe("en");
    expect(asked("/vendor?lang=de", keptGerman)).toEqual({ language: "de" });
    expect(asked("/vendor.data", keptGerman).language).toBe("de");
  });

  it("starts as the mail was written, unless the reader chose otherwise before", () => {
    expect(asked("/v/token?speaks=de").language).toBe("de");
    expect(asked("/v/token?speaks=de").setCookie).toContain("__Host-language=de");
    expect(asked("/v/token?speaks=de", { Cookie: "__Host-language=en" })).toEqual({ language: "en" });
  });

  it("takes no other language from address or cookie, and none of two cookies", () => {
    for (const odd of ["fr", "DE", "", "de;evil", "%00", "en%0d%0aSet-Cookie:x=1"])
      expect([odd, asked(`/vendor?lang=${odd}`)]).toEqual([odd, { language: "en" }]);
    expect(asked("/vendor", { Cookie: "__Host-language=<b>" })).toEqual({ language: "en" });
    expect(asked("/vendor", { Cookie: "__Host-language=de; __Host-language=en", ...inGerman }).language).toBe("de");
  });

  it("is no matter of our own people's pages", () => {
    for (const path of ["/", "/vendors", "/vendors/ven_1?lang=de", "/verify", "/login", "/vendorsome"])
      expect([path, asked(path, { ...keptGerman, ...inGerman })]).toEqual([path, { language: "en" }]);
  });
});
