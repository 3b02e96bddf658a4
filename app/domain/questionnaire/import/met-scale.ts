// The scale for sources that list what should be, without saying how one answers: is it so, partly, not, or does it not apply?
import type { Scale } from "../questionnaire.ts";

export const metScaleName = "met";

export const metScale: Scale = {
  met: { score: 1, label: { en: "Yes, fully", de: "Ja, vollständig" } },
  partly: { score: 0.5, label: { en: "Partly", de: "Teilweise" }, require: ["comment"] },
  not_met: { score: 0, label: { en: "No", de: "Nein" }, require: ["comment"] },
  na: { score: null, label: { en: "Does not apply to us", de: "Trifft auf uns nicht zu" }, require: ["comment"] },
};
