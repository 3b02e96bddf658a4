// Prüfen und absenden, uns fragen, und die Kopie der Antworten: checking and submitting, asking us, and the copy of the answers.
import type { check as english } from "../../en/portal/check.ts";
import type { Localised } from "../../localised.ts";

export const check: Localised<typeof english> = {
  check: {
    title: "Prüfen Sie Ihre Antworten",
    missing: (n) => (n === 1 ? "Eine Sache fehlt noch, bevor Sie absenden können" : `${n} Sachen fehlen noch, bevor Sie absenden können`),
    complete: "Es fehlt nichts.",
    refused: "Noch nicht abgesendet: Es fehlt etwas",
    evidence: "Dokumente",
    noEvidence: "Es sind keine Dokumente angehängt.",
    promised: (day) => `folgt bis ${day}`,
    covered: (document, page) => `belegt durch ${document}${page === "" ? "" : `, ${page}`}`,
    answers: "Ihre Antworten",
    change: "Ändern",
    none: "Keine Antwort",
    copy: "Kopie herunterladen",
    sign: "Absenden",
    signLead: (asker) => `Mit dem Absenden erklären Sie, dass diese Antworten wahr sind und dass Sie sie an ${asker} weitergeben dürfen.`,
    name: "Ihr Name",
    role: "Ihre Funktion",
    roleHint: "Zum Beispiel Leitung Informationssicherheit.",
    submit: "Absenden",
    next: "Wie es weitergeht",
    nextText: (asker) =>
      `Das Compliance-Team von ${asker} liest Ihre Antworten. Nach dem Absenden können Sie nur noch um die Korrektur einer Antwort bitten. Ist etwas unklar, bekommen Sie über diesen Link eine kurze Liste von Rückfragen.`,
    needsName: "Geben Sie Ihren Namen ein",
    needsRole: "Geben Sie Ihre Funktion ein",
    nameTooLong: "Ein Name hat höchstens 120 Zeichen.",
    roleTooLong: "Eine Funktion hat höchstens 120 Zeichen.",
  },
  messages: {
    title: "Uns zu dieser Frage etwas fragen",
    general: "Eine Frage stellen",
    lead: (asker) => `${asker} antwortet hier und per E-Mail.`,
    text: "Ihre Frage",
    send: "Frage senden",
    sent: "Ihre Frage ist gesendet. Die Antwort erscheint hier.",
    empty: "Geben Sie Ihre Frage ein",
    tooLong: "Eine Nachricht hat höchstens 4.000 Zeichen",
    back: "Zurück",
  },
  copy: {
    file: "antworten.txt",
    asOf: (at) => `Stand ${at}`,
    reason: "Begründung",
    comment: "Erläuterung",
    documents: "Dokumente",
    by: (name, at) => `Beantwortet von ${name}, ${at}`,
    notAnswered: "(nicht beantwortet)",
  },
};
