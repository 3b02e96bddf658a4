// Calendar days in German: "24. November 2026".
const months = ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"];

export function germanDay(on: string): string {
  const [year = "", month = "", day = ""] = on.split("-");
  return `${Number(day)}.\u00a0${months[Number(month) - 1] ?? month}\u00a0${year}`;
}
