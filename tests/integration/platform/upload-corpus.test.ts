// What may enter the vault and what may not: honest files of every type, and the tricks of people who mean harm.
import { randomBytes } from "node:crypto";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { isDomainError } from "#app/domain/errors.ts";
import { acceptedTypes } from "#app/domain/evidence/accepted-types.ts";
import { aDocx, aJpeg, aPdf, aPng, aZip, docxParts, xlsxParts, type ZipEntry } from "#tests/support/sample-files.ts";
import { aStoreRequest, aVault, filesBelow, inPieces, rowOf } from "./a-vault.ts";

const zeros = (bytes: number) => Buffer.alloc(bytes);
const part = (index: number): ZipEntry => ({ name: `word/part${index}.xml`, data: "<a/>" });
const eicar = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

const honest: [string, Buffer, string][] = [
  ["report.pdf", aPdf(), "application/pdf"],
  ["REPORT.PDF", aPdf("x", 500_000), "application/pdf"],
  ["scan.png", aPng(), "image/png"],
  ["scan.jpg", aJpeg(), "image/jpeg"],
  ["phone.jpeg", aJpeg({ width: 9000, height: 6000 }, 700_000), "image/jpeg"],
  [
    "policy.docx",
    aDocx({ name: "word/media/image1.png", data: aPng(), method: 0 }, { name: "word/", data: "" }),
    Object.keys(acceptedTypes)[3]!,
  ],
  [
    "matrix.xlsx",
    aZip([...xlsxParts, { name: "xl/printerSettings/printerSettings1.bin", data: "x" }], "made by a spreadsheet"),
    Object.keys(acceptedTypes)[4]!,
  ],
  ["users.csv", Buffer.from("\uFEFFname;role\r\nJürgen;admin\r\n"), "text/csv"],
  ["note.txt", Buffer.from("Response time < 5 ms, and 3 <4.\nGröße: 5 µm ✓\n"), "text/plain"],
  ["a.txt", Buffer.from("a"), "text/plain"],
  ["sbom.json", Buffer.from('{"name": "shop <team@shop.example>"}\n'), "application/json"],
];

const refused: [string, string, Buffer][] = [
  ["a web page", "page.html", Buffer.from("<!doctype html><script>alert(1)</script>")],
  ["a web page called PDF", "page.pdf", Buffer.from("<!doctype html><script>alert(1)</script>")],
  ["a web page called text", "page.txt", Buffer.from("hello\n<script>alert(1)</script>")],
  ["a web page called CSV, its tag split over two pieces", "page.csv", Buffer.from(`${"a,".repeat(32_767)}b<img src=x onerror=alert(1)>`)],
  ["XHTML", "page.xhtml", Buffer.from('<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"/>')],
  ["a vector picture", "logo.svg", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
  ["a vector picture called PNG", "logo.png", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
  ["a packed vector picture", "logo.svgz", gzipSync("<svg/>")],
  ["XML called text", "feed.txt", Buffer.from('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>')],
  ["JSON that is none", "data.json", Buffer.from("hello")],
  ["JSON cut off", "data.json", Buffer.from('{"a": [1, 2')],
  ["a web archive", "page.mht", Buffer.from("MIME-Version: 1.0\nContent-Type: multipart/related")],
  ["a shortcut", "link.url", Buffer.from("[InternetShortcut]\nURL=file:///c:/")],
  ["a link file", "link.lnk", Buffer.from("L\u0000\u0000\u0000\u0001\u0014\u0002\u0000", "latin1")],
  ["a program", "setup.exe", Buffer.from("MZ\u0090\u0000", "latin1")],
  ["a program called PDF", "setup.pdf", Buffer.from("MZ\u0090\u0000".repeat(2000), "latin1")],
  ["a program called text", "setup.txt", Buffer.from("MZ\u0090\u0000\u0003\u0000".repeat(2000), "latin1")],
  ["a script", "run.js", Buffer.from("alert(1)")],
  ["two extensions, the last one a program", "report.pdf.exe", aPdf()],
  ["a name whose text runs backwards", "report\u202Efdp.exe", aPdf()],
  ["a name without extension", "report", aPdf()],
  ["a name that is only an extension", ".pdf", aPdf()],
  ["a PNG called PDF", "report.pdf", aPng()],
  ["a PDF called PNG", "scan.png", aPdf()],
  ["a PDF called text", "scan.txt", aPdf()],
  ["a PNG called JPEG", "scan.jpg", aPng()],
  ["a PDF whose header comes late", "late.pdf", Buffer.concat([zeros(500), aPdf()])],
  ["a PDF cut off", "cut.pdf", aPdf("x", 50_000).subarray(0, 30_000)],
  ["a PDF that is an archive too", "both.pdf", Buffer.concat([aPdf(), aZip([part(1)])])],
  ["a PDF that is an archive too, its end hidden in the comment", "both.pdf", Buffer.concat([aPdf(), aZip([part(1)], "\n%%EOF\n")])],
  ["a picture that is an archive too", "both.png", Buffer.concat([aPng(), aZip([part(1)])])],
  ["a JPEG that is an archive too", "both.jpg", Buffer.concat([aJpeg(), aZip([part(1)])])],
  ["text that is an archive too", "both.txt", Buffer.concat([Buffer.from("hello"), aZip([part(1)])])],
  ["a GIF", "anim.gif", Buffer.from("GIF89a\u0001\u0000\u0001\u0000", "latin1")],
  ["a picture of four billion pixels", "flood.png", aPng({ width: 65_500, height: 65_500 })],
  ["a JPEG of four billion pixels", "flood.jpg", aJpeg({ width: 65_500, height: 65_500 })],
  ["a JPEG without a size", "none.jpg", Buffer.from("ffd8ffe000104a46494600010100000100010000ffd9", "hex")],
  ["a PNG cut off", "cut.png", aPng().subarray(0, 40)],
  ["Latin-1 text", "old.txt", Buffer.from("Pr\xfcfung", "latin1")],
  ["UTF-16 text", "wide.csv", Buffer.from("\uFEFFname;role", "utf16le")],
  ["text with a NUL", "nul.txt", Buffer.from("a\u0000b")],
  ["text cut within a character", "cut.txt", Buffer.from("é").subarray(0, 1)],
  ["a virus test file called PDF", "eicar.pdf", Buffer.from(eicar)],
  ["a virus test file within a document", "eicar.docx", aDocx({ name: "word/eicar.com", data: eicar })],
  ["any archive", "files.zip", aZip([part(1)])],
  ["an archive called document", "files.docx", aZip([part(1)])],
  ["a workbook called document", "files.docx", aZip(xlsxParts)],
  ["a document called workbook", "files.xlsx", aDocx()],
  ["a document that does not begin as an archive", "files.docx", Buffer.concat([Buffer.from("<html>"), aDocx()])],
  ["a document cut off", "cut.docx", aDocx().subarray(0, 200)],
  ["a document with macros", "macro.docx", aDocx({ name: "word/vbaProject.bin", data: "x" })],
  ["a document with active controls", "activex.docx", aDocx({ name: "word/activeX/activeX1.xml", data: "x" })],
  ["a document with an archive inside", "nested.docx", aDocx({ name: "word/embeddings/more.zip", data: aZip([part(1)]) })],
  ["a document with a program inside", "nested.docx", aDocx({ name: "word/embeddings/oleObject1.bin", data: "MZ" })],
  ["a document behind a password", "secret.docx", aDocx({ name: "word/a.xml", data: "x", flags: 1 })],
  ["a document with a link to a file", "link.docx", aDocx({ name: "word/a.xml", data: "/etc/passwd", mode: 0o120777 })],
  ["a document that leaves its folder", "slip.docx", aDocx({ name: "../../a.xml", data: "x" })],
  ["a document with an absolute path", "slip.docx", aDocx({ name: "/etc/a.xml", data: "x" })],
  ["a document with a backslash path", "slip.docx", aDocx({ name: "..\\a.xml", data: "x" })],
  ["a document with the same part twice", "twice.docx", aDocx({ name: "word/document.xml", data: "y" })],
  ["a document packed by an unusual method", "odd.docx", aDocx({ name: "word/a.xml", data: "x", method: 99 })],
  ["a bomb of one part", "bomb.docx", aDocx({ name: "word/a.xml", data: zeros(8_000_000) })],
  ["a bomb that claims its size", "bomb.docx", aDocx({ name: "word/a.xml", data: "x".repeat(999), claims: 0xfffffff0 })],
  ["a bomb of many parts", "bomb.docx", aDocx(...Array.from({ length: 5000 }, (_, index) => part(index)))],
  [
    "a document in which two parts share their bytes",
    "shared.docx",
    aDocx(
      { name: "word/media/a.png", data: randomBytes(50_000), method: 0 },
      { name: "word/a.xml", data: "<a/>" },
      { name: "word/b.xml", data: "<a/>", sharesDataOf: 4 },
    ),
  ],
  [
    "a bomb whose parts share their bytes",
    "bomb.docx",
    aZip([
      ...docxParts,
      { name: "word/a.xml", data: "y".repeat(50_000) },
      ...Array.from({ length: 500 }, (_, index) => ({ name: `word/s${index}.xml`, data: "y".repeat(50_000), sharesDataOf: 3 })),
    ]),
  ],
];

describe("honest files", () => {
  it.each(honest)("%s is taken", async (name, bytes, mediaType) => {
    const { vault } = await aVault();
    const request = aStoreRequest(name, bytes);
    const stored = await vault.store(request);
    expect(stored.mediaType).toBe(mediaType);
    await vault.verify(rowOf(request, stored));
  });

  it("are refused where this kind of evidence does not take their type", async () => {
    const { vault } = await aVault();
    const refusal = await vault
      .store(aStoreRequest("note.txt", Buffer.from("x"), { accept: ["application/pdf", "image/png"] }))
      .catch((error: unknown) => error);
    expect(isDomainError(refusal, "unsupported_type") && refusal.detail).toBe(
      "Files of this type are not accepted here. Accepted: PDF, PNG image.",
    );
  });
});

describe("refused with a sentence that says what to do, nothing left on the disk", async () => {
  const { vault, dataDir } = await aVault();
  it.each(refused)("%s", async (_, name, bytes) => {
    for (const piece of [64 * 1024, 4099]) {
      const error = await vault.store(aStoreRequest(name, bytes, { source: inPieces(bytes, piece) })).catch((thrown: unknown) => thrown);
      expect(isDomainError(error, "unsupported_type"), String(error)).toBe(true);
      expect(isDomainError(error) && error.detail).toMatch(/^[A-Z].{10,}(Accepted: .+|upload that)\.$/);
    }
    expect(filesBelow(`${dataDir}/blobs`)).toEqual([]);
  });

  it("an empty file", async () => {
    const error = await vault.store(aStoreRequest("empty.pdf", Buffer.alloc(0))).catch((thrown: unknown) => thrown);
    expect(isDomainError(error, "invalid") && error.data.fields).toEqual({ file: "The file is empty." });
  });
});

describe("a sender who means harm", () => {
  it("gains nothing by sending single bytes: the work stays that of the file", async () => {
    const { vault } = await aVault();
    const bytes = aJpeg({ width: 10, height: 10 }, 400_000);
    const began = performance.now();
    await vault.store(aStoreRequest("slow.jpg", bytes, { source: inPieces(bytes, 1) }));
    expect(performance.now() - began).toBeLessThan(5000);
  });

  it("does not make the server read on beyond the limit", async () => {
    const { vault } = await aVault();
    let sent = 0;
    async function* endless() {
      yield aPdf().subarray(0, 60);
      for (;;) {
        sent += 65_536;
        yield Buffer.alloc(65_536, 32);
      }
    }
    const limitBytes = 1_000_000;
    await expect(vault.store(aStoreRequest("endless.pdf", Buffer.alloc(0), { source: endless(), limitBytes }))).rejects.toSatisfy(
      (error: unknown) => isDomainError(error, "too_large"),
    );
    expect(sent).toBeLessThan(limitBytes + 1_000_000);
  });
});

describe("a PDF with active content", () => {
  it("is taken, and flagged for the reviewer", async () => {
    const { vault } = await aVault();
    const active = aPdf("4 0 obj<</S/JavaScript/JS(app.alert(1))>>endobj 5 0 obj<</S/Launch>>endobj /EmbeddedFile /Encrypt 6 0 R", 200_000);
    expect([...(await vault.store(aStoreRequest("active.pdf", active))).flags].sort()).toEqual([
      "pdf_attachment",
      "pdf_encrypted",
      "pdf_launch",
      "pdf_script",
    ]);
    expect((await vault.store(aStoreRequest("plain.pdf", aPdf()))).flags).toEqual([]);
  });
});
