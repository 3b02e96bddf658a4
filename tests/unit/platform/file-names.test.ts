import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attachmentDisposition, safeFileName } from "#app/server/platform/file-names.server.ts";

describe("a file name from a stranger", () => {
  it("keeps what people call their files, in any script", () => {
    for (const name of ["SOC 2 report (2026).pdf", "Prüfbericht – März.pdf", "監査報告書.docx", "отчёт.xlsx", "été & hiver.png"])
      expect(safeFileName(name)).toBe(name);
  });

  it("loses its path, control characters and marks that turn the text's direction", () => {
    const cases: Record<string, string> = {
      "../../etc/passwd": "passwd",
      "C:\\Users\\ida\\report.pdf": "report.pdf",
      "report\u202Efdp.exe": "reportfdp.exe",
      "re\u200Bport\u0000.pdf": "report.pdf",
      'a"\r\nSet-Cookie: x=1.pdf': "a_Set-Cookie_ x=1.pdf",
      ".htaccess": "htaccess",
      "  spaced   out .pdf. ": "spaced out .pdf",
      "CON.pdf": "_CON.pdf",
      "<img src=x>.png": "_img src=x_.png",
      "\ud800.pdf": "_.pdf",
      "..": "file",
      "": "file",
      "/": "file",
    };
    for (const [raw, clean] of Object.entries(cases)) expect(safeFileName(raw), raw).toBe(clean);
  });

  it("is cut to 200 characters and keeps its extension", () => {
    const cut = safeFileName(`${"ü".repeat(400)}.pdf`);
    expect([...cut]).toHaveLength(200);
    expect(cut.endsWith("ü.pdf")).toBe(true);
  });

  it("is safe whatever was sent, and cleaning it twice changes nothing", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (raw) => {
        const name = safeFileName(raw);
        expect(name).not.toMatch(/[/\\"\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]/u);
        expect([...name].length).toBeGreaterThan(0);
        expect([...name].length).toBeLessThanOrEqual(200);
        expect(safeFileName(name)).toBe(name);
        const header = attachmentDisposition(raw);
        expect(header).toMatch(/^attachment; filename="[\x20-\x7e]*"; filename\*=UTF-8''[\x21-\x7e]*$/);
        expect(decodeURIComponent(header.split("UTF-8''")[1]!)).toBe(name);
      }),
      { seed: 11, numRuns: 2000 },
    );
  });
});
