// Run as a process of its own by vault-crash.test.ts: stores files one after the other and says on standard output, once a file
// is durable, what its row would say. Its first line is "ready". Arguments: data folder, a number that makes it differ.
import { writeSync } from "node:fs";
import { isDomainError } from "#app/domain/errors.ts";
import { aPdf } from "#tests/support/sample-files.ts";
import { aStoreRequest, aVault, rowOf } from "./a-vault.ts";

const [dataDir = "", number = "0"] = process.argv.slice(2);
const { vault } = await aVault(dataDir);
writeSync(1, "ready\n");
for (let count = 0; ; count += 1) {
  const request = aStoreRequest("report.pdf", aPdf(`CANARY-${number}-${count}`, (count % 7) * 90_000), {
    evidenceId: `evd_${number}_${count}`,
  });
  try {
    writeSync(1, `${JSON.stringify(rowOf(request, await vault.store(request)))}\n`);
  } catch (error) {
    if (!isDomainError(error, "unavailable")) throw error;
    writeSync(1, `${JSON.stringify({ refused: error.detail })}\n`);
    break;
  }
}
