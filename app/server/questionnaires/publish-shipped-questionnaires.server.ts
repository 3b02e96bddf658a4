// Publishes the shipped questionnaires at start: a version seen for the first time is stored with its hash and never changes again.
// A file the linter finds an error in, or a published version whose file was changed, refuses the start and names file, line and mend.
// Files that are published as they are were linted then, and are not read again. Where somebody here published a version under the same
// number first, theirs stays.
import { createHash } from "node:crypto";
import { DomainError } from "#app/domain/errors.ts";
import { problemLine } from "#app/domain/questionnaire/problem.ts";
import { textIn } from "#app/domain/questionnaire/questionnaire.ts";
import { recordAuditEvent } from "../audit/record-audit-event.server.ts";
import { systemGrant } from "../platform/authorize.server.ts";
import type { Context } from "../platform/context.server.ts";
import type { Portal } from "../platform/portal.server.ts";
import { lintQuestionnaires } from "./lint-questionnaires.server.ts";
import { insertVersion, listVersionHeads } from "./questionnaire-versions.repo.server.ts";
import { readShippedFiles, type Shipped, type ShippedFile, type ShippedReadings, shippedFolder } from "./shipped-files.server.ts";

const sha256Of = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** Lints the files together. Throws `invalid` with the first error's file, line and mend, and all of them in `data.problems`. */
function lintedFiles(files: readonly ShippedFile[], readings: ShippedReadings): readonly Shipped[] {
  const key = files.map(({ name, bytes }) => `${name} ${sha256Of(bytes)}`).join("\n");
  const known = readings.get(key);
  if (known) return known;
  const linted = lintQuestionnaires(files.map(({ name, bytes }) => ({ file: name, bytes })));
  const errors = linted.flatMap(({ problems }) => problems).filter(({ level }) => level === "error");
  if (errors.length > 0) throw new DomainError("invalid", problemLine(errors[0]!), { problems: errors });
  const shipped = linted.map(({ file, questionnaire, sha256 }, index) => {
    const source = Buffer.from(files[index]!.bytes).toString("utf8");
    return { questionnaire: questionnaire!, sha256, name: file, source };
  });
  readings.set(key, shipped);
  return shipped;
}

/** Throws `invalid` when a shipped file could not be published. */
export async function checkShippedQuestionnaires({ shipped }: Pick<Portal, "shipped">, folder = shippedFolder): Promise<void> {
  lintedFiles(await readShippedFiles(folder), shipped);
}

/** Returns what was published now, as `id version`. */
export async function publishShippedQuestionnaires(
  portal: Portal,
  organisationId: string,
  now: Date,
  folder = shippedFolder,
): Promise<string[]> {
  const files = await readShippedFiles(folder);
  const known = new Set((await listVersionHeads(portal.store.read, organisationId)).map(({ sha256 }) => sha256));
  if (files.every(({ bytes }) => known.has(sha256Of(bytes)))) return [];
  const shipped = lintedFiles(files, portal.shipped);
  const isSame = (a: { questionnaireId: string; version: string }, { questionnaire: { id, version } }: Shipped) =>
    a.questionnaireId === id && a.version === version;
  const missing = async (from: Parameters<typeof listVersionHeads>[0]) => {
    const heads = await listVersionHeads(from, organisationId);
    return shipped.filter((file) => {
      const known = heads.find((head) => isSame(head, file));
      if (known && known.sha256 !== file.sha256 && known.publishedById === null) {
        throw new DomainError(
          "invalid",
          `${file.name}:1:1: Version ${known.version} of “${known.questionnaireId}” is published and never changes. Undo the change, or give the file a higher version.`,
        );
      }
      return !known;
    });
  };
  if ((await missing(portal.store.read)).length === 0) return [];
  const ctx: Context = { portal, actor: { kind: "system", organisationId, job: "questionnaires" }, now, traceId: "start", ip: "" };
  return portal.store.tx(organisationId, async (tx) => {
    const grant = systemGrant(ctx, "questionnaire.publish");
    const published: string[] = [];
    for (const { questionnaire, sha256, source } of await missing(tx)) {
      const { id: questionnaireId, version, audience, title, languages } = questionnaire;
      const id = portal.ids.next("questionnaireVersion", now);
      const words = textIn(title, languages[0]!, languages[0]!);
      await insertVersion(tx, {
        id,
        organisationId,
        questionnaireId,
        version,
        title: words,
        audience,
        sha256,
        source,
        publishedAt: now,
        publishedById: null,
      });
      const data = { questionnaireId, version, sha256 };
      await recordAuditEvent(tx, grant, { type: "questionnaire.published", objectId: id, data }, now);
      published.push(`${questionnaireId} ${version}`);
    }
    return published;
  });
}
