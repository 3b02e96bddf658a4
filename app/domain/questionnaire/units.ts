// Units of numbers as questionnaires write them, in German. A unit that does not stand here is shown as it was written.
import type { Language } from "./questionnaire.ts";

const german: Readonly<Record<string, string>> = {
  h: "Stunden",
  hours: "Stunden",
  minutes: "Minuten",
  days: "Tage",
  weeks: "Wochen",
  months: "Monate",
  quarters: "Quartale",
  years: "Jahre",
  "orders per month": "Bestellungen im Monat",
};

export const unitIn = (unit: string, language: Language): string => (language === "de" ? (german[unit] ?? unit) : unit);
