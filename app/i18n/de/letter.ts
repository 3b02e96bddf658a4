// Das Entscheidungsschreiben an einen Lieferanten, auf Deutsch: the decision letter in German.
import type { LetterWords } from "../en/letter.ts";
import { germanDay } from "./days.ts";

export const letter: LetterWords = {
  language: "Deutsch",
  title: "Entscheidungsschreiben",
  about: (service) => `Unsere Entscheidung zu ${service}`,
  to: (vendor) => `An ${vendor}`,
  number: (number) => `Prüfung ${number}`,
  day: germanDay,
  points: (text) => text.replace(".", ","),
  outcome: {
    approved: "Freigegeben",
    approved_with_conditions: "Freigegeben mit Auflagen",
    declined: "Abgelehnt",
    on_hold: "Zurückgestellt",
  },
  thanks: {
    answered: (service) => `Vielen Dank, dass Sie unsere Sicherheitsfragen zu ${service} beantwortet haben.`,
    documents: (service) => `Wir haben die Sicherheit von ${service} anhand Ihrer Dokumente geprüft.`,
  },
  intro: {
    approved: (asker) => `${asker} hat die Leistung freigegeben. Unten finden Sie das Ergebnis und was es verbessern würde.`,
    approved_with_conditions: (asker) =>
      `${asker} hat die Leistung unter den unten genannten Auflagen freigegeben. Bitte halten Sie deren Termine ein.`,
    declined: (asker) =>
      `${asker} hat entschieden, die Leistung in der jetzigen Form nicht freizugeben. Unten finden Sie, was dagegen spricht und was das Ergebnis verbessern würde.`,
    on_hold: (asker) => `${asker} hat die Entscheidung zurückgestellt. Unten finden Sie, was helfen würde.`,
  },
  terms: { decision: "Entscheidung", decided: "Entschieden am", result: "Ergebnis", next: "Nächste Prüfung" },
  result: (points, grade) => `${points} von 100 Punkten${grade === null ? "" : `, Note ${grade}`}`,
  noResult: "Keine Punkte: keine Frage wurde gewertet",
  conditions: "Auflagen",
  condition: "Auflage",
  number_: "Nr.",
  when: "Wann",
  state: "Stand",
  times: { before_signature: "vor Vertragsschluss", before_go_live: "vor Inbetriebnahme", by_date: "bis zu einem Tag" },
  met: "erfüllt",
  open: "offen",
  mend: "Was nachzubessern ist",
  mendLead: "Diese Antworten genügen nicht. Bitte bessern Sie bis zum genannten Tag nach und belegen Sie es mit einem Dokument.",
  what: "Was",
  by: "Bis",
  moreToMend: (n) =>
    `${n === 1 ? "Ein weiterer Punkt steht" : `${n} weitere Punkte stehen`} auf Ihrer Seite, hinter dem Link in unserer E-Mail.`,
  nothingToMend: "Es ist nichts nachzubessern.",
  gains: "Was das Ergebnis verbessern würde",
  gainsLead:
    "Jede Zeile nennt die Punkte, die diese Frage allein brächte, wäre sie vollständig beantwortet und belegt. Zusammen können es mehr oder weniger sein.",
  limits: "Diese Fragen begrenzen das Ergebnis; solange sie so stehen, bringen bessere Antworten an anderer Stelle wenig oder nichts:",
  question: "Frage",
  helps: "Was hilft",
  points_: "Punkte",
  help: {
    answer: "eine bessere Antwort",
    document: "ein Dokument als Nachweis",
    answer_and_document: "eine bessere Antwort und ein Dokument",
  },
  more: (n) => `${n === 1 ? "Eine weitere Frage würde" : `${n} weitere Fragen würden`} ebenfalls etwas bringen.`,
  noGains: "Keine einzelne Antwort würde das Ergebnis verbessern.",
  goOn: "Wie es weitergeht",
  goOnText:
    "Öffnen Sie den Link in unserer E-Mail und drücken Sie Start. Dort sehen Sie Ihre Antworten und was fällig ist; Sie können Dokumente senden, uns fragen und uns sagen, wenn eine Antwort nicht stimmt.",
  signed: "Unterschrieben",
  name: "Name",
  role: "Rolle",
  on: "Am",
  roles: { officer: "Compliance", second: "Zweite Freigabe" },
  foot: (id, url) => `Ob dieses Schreiben echt und unverändert ist, zeigt jedes PDF-Programm, pdfsig oder ${url}. Dokument ${id}.`,
  page: (page, pages) => `Seite ${page} von ${pages}`,
};
