// Assessments and answers as other areas read them. Writing stays with the verbs and steps of this folder.
export { type AnswerRow, listAnswers, listRevisions } from "./answers.repo.server.ts";
export { type AssessmentRow, findAssessment, getAssessment, listAssessmentsOf } from "./assessments.repo.server.ts";
