// One questionnaire and its versions as our own people see them: what the newest holds, what the linter says of it, what changed between
// two versions; and what all questionnaires together cover.
import { mayEver } from "#app/domain/access/policy.ts";
import { DomainError } from "#app/domain/errors.ts";
import { frameworkNames } from "#app/domain/questionnaire/control-ids.ts";
import { coverageOf } from "#app/domain/questionnaire/coverage.ts";
import { type LintLine, lintLine } from "#app/domain/questionnaire/problem.ts";
import { type VersionDifference, versionDifference } from "#app/domain/questionnaire/version-difference.ts";
import { isNewerVersion } from "#app/domain/questionnaire/versions.ts";
import { authorize } from "../platform/authorize.server.ts";
import { organisationFacts } from "../platform/organisation.queries.server.ts";
import type { PersonContext } from "../platform/request-context.server.ts";
import { lintKept } from "./questionnaire-cache.server.ts";
import { latestQuestionnaires } from "./questionnaire-versions.queries.server.ts";
import { listSources, listVersionHeads } from "./questionnaire-versions.repo.server.ts";

export interface QuestionnairePage {
  id: string;
  title: string;
  audience: "vendor" | "internal";
  timeZone: string;
  mayWrite: boolean;
  maySend: boolean;
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
  const linted = lintKept(portal, sources);
  const fileOf = (head: { sha256: string }) => linted.find(({ sha256 }) => sha256 === head.sha256)!;
  const [was, is] = older && older !== newer ? [fileOf(older).questionnaire, fileOf(newer).questionnaire] : [];
  return {
    id: questionnaireId,
    title: newest.title,
    audience: newest.audience,
    timeZone,
    mayWrite: newest.audience === "vendor" && mayEver(ctx.actor, "questionnaire.draft"),
    maySend: newest.audience === "vendor" && mayEver(ctx.actor, "assessment.send"),
    versions: heads.map(({ version, publishedAt, sha256 }) => ({ version, publishedAt, sha256 })),
    lint: fileOf(newest).problems.map(lintLine),
    difference: was && is ? versionDifference(was, is) : null,
  };
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
