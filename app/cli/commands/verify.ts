// `vouchsafe verify`: is this PDF ours, and as we signed it? Needs the certificate only; no database, no network.
import { join } from "node:path";
import { parseArgs } from "node:util";
import { environment, readConfig } from "#app/server/platform/config.server.ts";
import { listSigningCertificates } from "#app/server/platform/signer.server.ts";
import { type Verification, verifyDocument, verifyReasons } from "#app/server/reports/verify-document.server.ts";
import { type Command, UsageError } from "../command.ts";
import { readNamedFile } from "../read-file.ts";

export const verifyCommand: Command = {
  summary: "Says whether a signed PDF is ours and unaltered.",
  usage: "usage: vouchsafe verify FILE.pdf [--certificate FILE.pem …] [--json]",
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { certificate: { type: "string", multiple: true }, json: { type: "boolean", default: false } },
    });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw new UsageError("Name one file.");
    const ourCertificates = values.certificate ? await named(values.certificate) : await ofThisInstallation();
    const verification = verifyDocument(await readNamedFile(file), { ourCertificates });
    io.out(values.json ? `${JSON.stringify(verification, null, 2)}\n` : inWords(file, verification));
    return verification.reason === null ? 0 : 1;
  },
};

async function named(paths: string[]): Promise<string[]> {
  const files = await Promise.all(paths.map((path) => readNamedFile(path)));
  return files.map((file, index) => {
    const pem = Buffer.from(file).toString("utf8");
    if (!pem.includes("-----BEGIN CERTIFICATE-----")) throw new UsageError(`${paths[index]}: holds no certificate.`);
    return pem;
  });
}

async function ofThisInstallation(): Promise<string[]> {
  const folder = join(readConfig(environment()).dataDir, "secrets");
  const found = await listSigningCertificates(folder);
  if (found.length === 0) throw new UsageError(`There is no signing certificate in ${folder}. Name one with --certificate.`);
  return found;
}

function inWords(file: string, verification: Verification): string {
  const { reason, signer, signedAt, fingerprint, sha256 } = verification;
  const verdict = reason === null ? "Ours and unaltered." : `Not accepted. ${verifyReasons[reason]}`;
  const rows = [
    ["file", file],
    ["sha256", sha256],
    ...(signer ? [["signed by", signer]] : []),
    ...(signedAt ? [["signed at", signedAt.toISOString()]] : []),
    ...(fingerprint ? [["certificate", `sha256 ${fingerprint}`]] : []),
  ];
  return `${verdict}\n${rows.map(([label = "", value]) => `  ${label.padEnd(12)}${value}`).join("\n")}\n`;
}
