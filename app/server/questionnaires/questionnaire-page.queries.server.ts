// One questionnaire and its versions as our own people see them: what the newest holds, what the linter says of it, what changed between
// two versions; and what all questionnaires together cover.
import { DomainError } from "#app/domain/errors.ts";
import { frameworkNames } from "#app/domain/questionnaire/control-ids.ts";
import { coverageOf } from "#app/domain/questionnaire/coverage.ts";
import { lintBudget } from "#app/domain/questionnaire/import/finish-draft.ts";
import { type LintLine, lintLine } from "#app/domain/questionnaire/problem.ts";
import type { Questionnaire } from "#app/domain/questionnaire/questionnaire.ts";
import { type VersionDifference, versionDifference } from "#app/domain/questionnaire/version-difference.ts";
import { isNewerVersion } from "#app/domain/questionnaire/versions.ts";
import { authorize } from "../platform/authorize.server.ts";
import { organisationFacts } from "../platform/organisation.queries.server.ts";
import type { Portal } from "../platform/portal.server.ts";
import type { PersonContext } from "../platform/request-context.server.ts";
import { lintQuestionnaires } from "./lint-questionnaires.server.ts";
import { latestQuestionnaires } from "./questionnaire-versions.queries.server.ts";
import { listSources, listVersionHeads } from "./questionnaire-versions.repo.server.ts";

export interface QuestionnairePage {
  id: string;
  title: string;
  audience: "vendor" | "internal";
  timeZone: string;
  /** Newest first. */
  versions: { version: string; publishedAt: Date; sha256: string }[];
  lint: LintLine[];
  difference: VersionDifference | null;
}

/** Versions to compare, as the address names them; the newest two without. */
export interface Compared {
  from?: string | undefined;
  to?: string | undefined;
}

/** Throws not_found for an unknown questionnaire or version. */
export async function viewQuestionnaire(ctx: PersonContext, questionnaireId: string, compared: Compared): Promise<QuestionnairePage> {
  const { from, to } = compared;
  const { portal, actor } = ctx;
  const { organisationId } = actor;
  authorize(ctx, "questionnaire.view", { type: "questionnaire", organisationId });
  const { read } = portal.store;
  const heads = (await listVersionHeads(read, organisationId)).filter((head) => head.questionnaireId === questionnaireId);
  heads.sort((a, b) => (isNewerVersion(a.version, b.version) ? -1 : 1));
  const [newest, before] = heads;
  if (!newest) throw new DomainError("not_found", "There is no such questionnaire.");
  const headOf = (version: string) => {
    const head = heads.find((each) => each.version === version);
    if (!head) throw new DomainError("not_found", "There is no such version.");
    return head;
  };
  const newer = to === undefined ? newest : headOf(to);
  const older = from === undefined ? before : headOf(from);
  const wanted = [newest, newer, older].filter((head) => head !== undefined);
  const [sources, { timeZone }] = await Promise.all([
    listSources(read, organisationId, [...new Set(wanted.map(({ id }) => id))]),
    organisationFacts(read, organisationId),
  ]);
  const linted = lintOf(portal, sources);
  const fileOf = ({ sha256 }: { sha256: string }) => linted.get(sha256)!;
  const [was, is] = older && older !== newer ? [fileOf(older).questionnaire, fileOf(newer).questionnaire] : [];
  return {
    id: questionnaireId,
    title: newest.title,
    audience: newest.audience,
    timeZone,
    versions: heads.map(({ version, publishedAt, sha256 }) => ({ version, publishedAt, sha256 })),
    lint: fileOf(newest).lint,
    difference: was && is ? versionDifference(was, is) : null,
  };
}

interface Linted {
  questionnaire: Questionnaire | undefined;
  lint: LintLine[];
}

const known = new WeakMap<Portal, Map<string, Map<string, Linted>>>();

/** What the linter says of versions seen together, by hash. A version never changes, so neither does this; linting takes a tenth of a second. */
function lintOf(portal: Portal, sources: readonly { version: string; sha256: string; source: string }[]): ReadonlyMap<string, Linted> {
  const cache = known.get(portal) ?? new Map<string, Map<string, Linted>>();
  known.set(portal, cache);
  const key = sources
    .map(({ sha256 }) => sha256)
    .sort()
    .join(" ");
  const kept = cache.get(key);
  if (kept) return kept;
  const files = sources.map(({ version, source }) => ({ file: `${version}.yaml`, bytes: Buffer.from(source, "utf8") }));
  const linted = new Map(
    lintQuestionnaires(files, lintBudget()).map(({ sha256, questionnaire, problems }) => [
      sha256,
      { questionnaire, lint: problems.map(lintLine) },
    ]),
  );
  if (cache.size >= 100) cache.clear();
  cache.set(key, linted);
  return linted;
}

export interface CoverageView {
  questions: number;
  topics: { topic: string; title: string; rank: "K" | "H" | "M"; questions: string[] }[];
  frameworks: { framework: string; listed: number; covered: number; gaps: string[] }[];
}

/** Over the newest version of every questionnaire for vendors. */
export async function viewCoverage(ctx: PersonContext): Promise<CoverageView> {
  const { organisationId } = ctx.actor;
  authorize(ctx, "questionnaire.view", { type: "questionnaire", organisationId });
  const files = await latestQuestionnaires(ctx.portal, ctx.portal.store.read, organisationId, "vendor");
  const { questions, topics, frameworks } = coverageOf(files.map(({ questionnaire }) => questionnaire));
  return {
    questions,
    topics,
    frameworks: frameworks.map(({ framework, listed, covered, gaps }) => ({ framework: frameworkNames[framework], listed, covered, gaps })),
  };
}
