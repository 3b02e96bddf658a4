// The linter of one questionnaire: every rule of questionnaires.md rule 8, as a table. Structure comes first, because the rules about
// conditions run the compiled file. Grammar and YAML are judged before, where the text is at hand.
import { compile } from "../compile.ts";
import type { CompiledSet } from "../compiled.ts";
import type { Problem } from "../problem.ts";
import type { Questionnaire } from "../questionnaire.ts";
import { structureProblems } from "../structure.ts";
import { conditionFit } from "./condition-fit.ts";
import { evidenceCoversGoodAnswers } from "./evidence-covers.ts";
import { fieldsFitType } from "./fields-fit.ts";
import { gatesAreNoted } from "./gates.ts";
import { knockOuts } from "./knock-outs.ts";
import { multichoiceMakesSense } from "./multichoice.ts";
import { namesAreKnown } from "./names.ts";
import { perVendorIsAboutTheVendor } from "./per-vendor.ts";
import { questionsAreReachable } from "./reachable.ts";
import { scoringIsDecided } from "./scoring.ts";
import { textsAreComplete } from "./texts.ts";
import type { Budget } from "./worlds.ts";
import { worseNeverPays } from "./worse-pays.ts";

/** A rule that reads the file. */
export type FileRule = (questionnaire: Questionnaire) => Problem[];
/** A rule that runs the file; a budget bounds how far. */
export type RunRule = (set: CompiledSet, questionnaire: Questionnaire, budget?: Budget) => Problem[];

const fileRules: readonly FileRule[] = [
  textsAreComplete,
  namesAreKnown,
  fieldsFitType,
  conditionFit,
  scoringIsDecided,
  knockOuts,
  multichoiceMakesSense,
  perVendorIsAboutTheVendor,
];
const runRules: readonly RunRule[] = [questionsAreReachable, evidenceCoversGoodAnswers, worseNeverPays, gatesAreNoted];

/** All problems of a questionnaire that keeps the grammar. Clean means no error and no warning. */
export function lintQuestionnaire(questionnaire: Questionnaire, budget?: Budget): Problem[] {
  const structure = structureProblems(questionnaire);
  const problems = [...structure, ...fileRules.flatMap((rule) => rule(questionnaire))];
  if (structure.length > 0) return problems;
  const set = compile([{ questionnaire, sha256: "" }]);
  return [...problems, ...runRules.flatMap((rule) => rule(set, questionnaire, budget))];
}

export const isClean = (problems: readonly Problem[]): boolean => problems.every(({ level }) => level === "note");
