// Residual risk by inherent band and grade, as the report prints it (docs: scoring, "Residual risk").
import type { ReportRiskBand } from "./report-facts.ts";

export const gradeColumns = ["A", "B", "C", "D", "F"] as const;
export type GradeColumn = (typeof gradeColumns)[number];

export const residualTable: Record<ReportRiskBand, Record<GradeColumn, ReportRiskBand>> = {
  critical: { A: "medium", B: "medium", C: "high", D: "critical", F: "critical" },
  high: { A: "low", B: "medium", C: "high", D: "high", F: "high" },
  medium: { A: "low", B: "low", C: "medium", D: "medium", F: "medium" },
  low: { A: "low", B: "low", C: "low", D: "low", F: "low" },
};
