// Questionnaires as our own people see them: what there is, for whom, how large, which controls it covers; and a preview as the vendor.
import { mayEver } from "#app/domain/access/policy.ts";
import { assessmentForm } from "#app/domain/assessment/assessment-form.ts";
import type { Framework } from "#app/domain/questionnaire/control-ids.ts";
import { textIn } from "#app/domain/questionnaire/questionnaire.ts";
import { authorize } from "../platform/authorize.server.ts";
import { organisationFacts } from "../platform/organisation.queries.server.ts";
import type { PersonContext } from "../platform/request-context.server.ts";
import { type DraftLine, listDraftLines } from "./drafts/draft-lines.queries.server.ts";
import { type PreviewView, previewOf } from "./preview-of.server.ts";
import { latestQuestionnaire, latestQuestionnaires } from "./questionnaire-versions.queries.server.ts";
import { listVersionHeads } from "./questionnaire-versions.repo.server.ts";

export interface QuestionnaireRow {
  id: string;
  title: string;
  version: string;
  sha256: string;
  publishedAt: Date;
  olderVersions: string[];
  audience: "vendor" | "internal";
  categories: string[];
  tiers: number[];
  sections: number;
  questions: number;
  knockOuts: number;
  gates: number;
  languages: string[];
  /** How many controls of each framework some question maps to. */
  coverage: { framework: string; controls: number }[];
}

const shortNames: Record<Framework, string> = {
  "pci-dss-4.0.1": "PCI DSS",
  "iso27001-2022": "ISO 27001",
  gdpr: "GDPR",
  "soc2-2017": "SOC 2",
  "cis-8.1": "CIS",
  "nist-csf-2.0": "NIST CSF",
  "csa-ccm-4.1": "CSA CCM",
};

export interface QuestionnaireList {
  rows: QuestionnaireRow[];
  /** Only who may write one sees them. */
  drafts: DraftLine[];
  timeZone: string;
  mayImport: boolean;
  mayWrite: boolean;
  maySend: boolean;
}

export async function viewQuestionnaires(ctx: PersonContext): Promise<QuestionnaireList> {
  const { organisationId } = ctx.actor;
  authorize(ctx, "questionnaire.view", { type: "questionnaire", organisationId });
  const from = ctx.portal.store.read;
  const [forVendors, internal, heads, { timeZone }] = await Promise.all([
    latestQuestionnaires(ctx.portal, from, organisationId, "vendor"),
    latestQuestionnaires(ctx.portal, from, organisationId, "internal"),
    listVersionHeads(from, organisationId),
    organisationFacts(from, organisationId),
  ]);
  const rows = [...forVendors, ...internal].map(({ questionnaire, sha256, versionId }): QuestionnaireRow => {
    const { set } = assessmentForm([{ questionnaire, sha256 }]);
    const own = heads.filter(({ questionnaireId }) => questionnaireId === questionnaire.id);
    const controls = new Set(set.questions.flatMap(({ question }) => question.controls ?? []));
    return {
      id: questionnaire.id,
      title: textIn(questionnaire.title, "en", questionnaire.languages[0]!),
      version: questionnaire.version,
      sha256,
      publishedAt: own.find(({ id }) => id === versionId)!.publishedAt,
      olderVersions: own.filter(({ id }) => id !== versionId).map(({ version }) => version),
      audience: questionnaire.audience,
      categories: questionnaire.appliesTo?.categories ?? [],
      tiers: questionnaire.appliesTo?.tiers ?? [],
      sections: set.sections.length,
      questions: set.questions.length,
      knockOuts: set.questions.filter(({ isBlocker }) => isBlocker).length,
      gates: set.questions.filter(({ isGate }) => isGate).length,
      languages: questionnaire.languages,
      coverage: (Object.keys(shortNames) as Framework[])
        .map((framework) => ({
          framework: shortNames[framework],
          controls: [...controls].filter((id) => id.startsWith(`${framework}#`)).length,
        }))
        .filter((each) => each.controls > 0),
    };
  });
  const mayWrite = mayEver(ctx.actor, "questionnaire.draft");
  return {
    rows,
    drafts: mayWrite ? await listDraftLines(ctx) : [],
    timeZone,
    mayImport: mayEver(ctx.actor, "questionnaire.publish"),
    mayWrite,
    maySend: mayEver(ctx.actor, "assessment.send"),
  };
}

/** A section as a vendor sees it, with every question shown whatever it depends on. Throws not_found. */
export async function viewPreview(ctx: PersonContext, questionnaireId: string, sectionId: string | undefined): Promise<PreviewView> {
  const { organisationId } = ctx.actor;
  authorize(ctx, "questionnaire.view", { type: "questionnaire", organisationId });
  return previewOf(ctx, await latestQuestionnaire(ctx.portal, ctx.portal.store.read, organisationId, questionnaireId), sectionId);
}
