// Uploads over a real socket into a real vault.
import { once } from "node:events";
import { createServer, request as httpRequest, type IncomingMessage, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { getRequestListener } from "@hono/node-server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { errorResponse } from "#app/server/platform/http-errors.server.ts";
import { answerAndClose, receiveUpload } from "#app/server/platform/upload.server.ts";
import { aPdf } from "#tests/support/sample-files.ts";
import { aStoreRequest, aVault, filesBelow, rowOf } from "./a-vault.ts";

const limitBytes = 2_000_000;
const { vault, dataDir } = await aVault();
let server: Server;
let port = 0;
let bytesRead = 0;

async function answer(incoming: IncomingMessage): Promise<Response> {
  try {
    const upload = await receiveUpload(incoming, {
      limitBytes,
      take: async ({ fileName, source, fields }) => {
        const request = aStoreRequest(fileName, Buffer.alloc(0), { source, limitBytes });
        return { stored: await vault.store(request), request, before: fields };
      },
      undo: ({ stored }) => vault.destroy(stored),
    });
    const { taken, fields } = upload;
    const sent = taken && (await buffer(await vault.open(rowOf(taken.request, taken.stored)))).length;
    if (taken) await vault.destroy(taken.stored);
    return Response.json({ fields, before: taken?.before ?? null, fileName: taken?.stored.fileName ?? null, sent: sent ?? null });
  } catch (error) {
    return answerAndClose(errorResponse(error) ?? new Response(String(error), { status: 500 }));
  }
}

beforeAll(async () => {
  server = createServer((incoming, outgoing) => {
    bytesRead = 0;
    const { socket } = incoming;
    const before = socket.bytesRead;
    outgoing.on("close", () => {
      bytesRead = socket.bytesRead - before;
    });
    return getRequestListener(() => answer(incoming), { overrideGlobalObjects: false })(incoming, outgoing);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  port = (server.address() as AddressInfo).port;
});

afterAll(
  () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
);

async function post(form: FormData): Promise<{ status: number; body: Record<string, unknown> }> {
  const response = await fetch(`http://127.0.0.1:${port}/`, { method: "POST", body: form });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

function aForm(parts: [string, string | [string, Buffer]][]): FormData {
  const form = new FormData();
  for (const [name, value] of parts)
    if (typeof value === "string") form.append(name, value);
    else form.append(name, new File([new Uint8Array(value[1])], value[0]));
  return form;
}

/** Sends a body as given, in chunks, and returns the status line and the body of the answer. */
function send(
  body: Iterable<Buffer | string> | AsyncIterable<Buffer | string>,
  headers: Record<string, string> = {},
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest(
      { port, host: "127.0.0.1", method: "POST", headers: { "Content-Type": "multipart/form-data; boundary=B", ...headers } },
      async (incoming) => {
        resolve({ status: incoming.statusCode ?? 0, text: (await buffer(incoming)).toString() });
      },
    );
    outgoing.on("error", (error) => reject(error));
    (async () => {
      for await (const chunk of body) {
        if (outgoing.destroyed) return;
        if (!outgoing.write(chunk)) await Promise.race(["drain", "close", "response"].map((event) => once(outgoing, event)));
      }
      outgoing.end();
    })().catch(reject);
  });
}

const fileHead = (name: string) =>
  `--B\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/pdf\r\n\r\n`;
const fieldPart = (name: string, value: string) => `--B\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
const nothingStored = () => expect(filesBelow(join(dataDir, "blobs"))).toEqual([]);

describe("an upload", () => {
  it("brings one file and its fields", async () => {
    const pdf = aPdf("x", 1_500_000);
    const { status, body } = await post(
      aForm([
        ["kind", "soc2_type2"],
        ["file", ["Prüfbericht.pdf", pdf]],
        ["note", "März"],
      ]),
    );
    expect({ status, body }).toEqual({
      status: 200,
      body: { fields: { kind: "soc2_type2", note: "März" }, before: { kind: "soc2_type2" }, fileName: "Prüfbericht.pdf", sent: pdf.length },
    });
  });

  it("may come without a file, or with an empty file input", async () => {
    expect((await post(aForm([["kind", "policy"]]))).body).toMatchObject({ fields: { kind: "policy" }, fileName: null });
    expect((await post(aForm([["file", ["", Buffer.alloc(0)]]]))).body).toMatchObject({ fileName: null });
  });

  it("of exactly the limit is taken, one byte more is refused with the limit named", async () => {
    const pdf = aPdf("x", limitBytes - 1000);
    const exact = Buffer.concat([
      pdf.subarray(0, pdf.length - 200),
      Buffer.alloc(limitBytes - pdf.length, 32),
      pdf.subarray(pdf.length - 200),
    ]);
    expect(exact.length).toBe(limitBytes);
    expect((await post(aForm([["file", ["a.pdf", exact]]]))).body).toMatchObject({ sent: limitBytes });
    const over = await post(aForm([["file", ["a.pdf", Buffer.concat([exact.subarray(0, 100), Buffer.from(" "), exact.subarray(100)])]]]));
    expect(over).toMatchObject({ status: 413, body: { error: { code: "too_large", detail: expect.stringContaining("1.9 MB") } } });
    nothingStored();
  });

  it("that announces too much is refused before it is read", async () => {
    const { status } = await send([fileHead("a.pdf")], { "Content-Length": "10000000000" });
    expect(status).toBe(413);
    expect(bytesRead).toBeLessThan(100_000);
  });

  it("without end is cut off soon after the limit, and the sender is told why", async () => {
    async function* endless() {
      yield fileHead("a.pdf");
      yield aPdf().subarray(0, 40);
      for (let sent = 0; sent < 200; sent += 1) yield Buffer.alloc(100_000, 32);
    }
    const { status, text } = await send(endless());
    expect(status).toBe(413);
    expect(text).toContain("too_large");
    expect(bytesRead).toBeLessThan(limitBytes + 1_000_000);
    nothingStored();
  });

  it("of the wrong type is refused while it is still being sent", async () => {
    async function* aPage() {
      yield fileHead("a.pdf");
      for (let sent = 0; sent < 15; sent += 1) yield Buffer.from("<html>".repeat(16_000));
    }
    const { status, text } = await send(aPage());
    expect(status).toBe(415);
    expect(text).toContain("Accepted: PDF");
    nothingStored();
  });

  it("with a broken or hostile form is refused, and what was stored before is taken back", async () => {
    const file = Buffer.concat([Buffer.from(fileHead("a.pdf")), aPdf(), Buffer.from("\r\n")]);
    const cases: [string, (Buffer | string)[]][] = [
      ["two files", [file, file, "--B--\r\n"]],
      ["no final boundary", [file, fieldPart("kind", "x")]],
      ["cut within the file", [file.subarray(0, 300)]],
      ["ten thousand parts", [...Array.from({ length: 10_000 }, (_, index) => fieldPart(`f${index}`, "x")), "--B--\r\n"]],
      ["parts after the file", [file, ...Array.from({ length: 50 }, (_, index) => fieldPart(`f${index}`, "x")), "--B--\r\n"]],
      ["a field twice", [fieldPart("kind", "a"), fieldPart("kind", "b"), file, "--B--\r\n"]],
      ["a field too long", [fieldPart("note", "x".repeat(70_000)), "--B--\r\n"]],
      ["a field name too long", [fieldPart("n".repeat(200), "x"), "--B--\r\n"]],
      ["a NUL in the file's name", [fileHead("a\u0000.pdf"), "x\r\n--B--\r\n"]],
      ["nothing", [""]],
    ];
    for (const [what, body] of cases) {
      const { status } = await send(body.map((part) => Buffer.from(part)));
      expect(status, what).toBe(422);
      nothingStored();
    }
    expect((await send(["{}"], { "Content-Type": "application/json" })).status).toBe(422);
    expect((await send(["x"], { "Content-Type": "multipart/form-data" })).status).toBe(422);
  });

  it("is taken back when its form breaks after the file was stored", async () => {
    async function* brokenAfterwards() {
      yield Buffer.from(fileHead("a.pdf"));
      yield aPdf();
      yield `\r\n${fieldPart("kind", "a")}`;
      await expect.poll(() => filesBelow(join(dataDir, "blobs", "evidence")).length, { timeout: 5000 }).toBe(1);
      yield fieldPart("kind", "b");
      yield "--B--\r\n";
    }
    expect((await send(brokenAfterwards())).status).toBe(422);
    nothingStored();
  });

  it("cannot reach into objects by the names of its fields", async () => {
    const { status, text } = await send([fieldPart("__proto__", "polluted"), fieldPart("constructor", "x"), "--B--\r\n"]);
    expect(status).toBe(200);
    expect(JSON.parse(text).fields.constructor).toBe("x");
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it("keeps hostile file names out of the store", async () => {
    for (const name of [
      "../../../etc/cron.d/x.pdf",
      "..\\..\\x.pdf",
      "%2e%2e%2fx.pdf",
      `${"x".repeat(300)}.pdf`,
      "a%0d%0aSet-Cookie: x.pdf",
    ]) {
      const body = Buffer.concat([Buffer.from(fileHead(name)), aPdf(), Buffer.from("\r\n--B--\r\n")]);
      const { status, text } = await send([body]);
      expect(status, name).toBe(200);
      expect(JSON.parse(text).fileName).toMatch(/^[^/\\\p{Cc}]{1,200}\.pdf$/u);
    }
  });

  it("that breaks off at its end leaves nothing", async () => {
    const closed = new Promise<void>((resolve) => server.once("connection", (socket) => socket.once("close", () => resolve())));
    const socket = connect(port, "127.0.0.1");
    const pdf = aPdf("x", 500_000);
    socket.write(
      `POST / HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=B\r\nContent-Length: ${pdf.length + 200}\r\n\r\n${fileHead("a.pdf")}`,
    );
    await new Promise((resolve) => socket.write(pdf.subarray(0, pdf.length - 5000), resolve));
    await expect.poll(() => filesBelow(join(dataDir, "blobs")).length, { timeout: 5000 }).toBe(1);
    socket.destroy();
    await closed;
    await expect.poll(() => filesBelow(join(dataDir, "blobs")), { timeout: 5000 }).toEqual([]);
  });

  it("twenty at once each bring their own file", async () => {
    const sizes = Array.from({ length: 20 }, (_, index) => 50_000 + index * 7000);
    const answers = await Promise.all(sizes.map((size) => post(aForm([["file", [`${size}.pdf`, aPdf("x", size)]]]))));
    expect(answers.map(({ body }) => body.sent)).toEqual(sizes.map((size) => aPdf("x", size).length));
    nothingStored();
  });
});
