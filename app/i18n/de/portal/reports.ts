// Zuerst die Nachweise: was ein Lieferant liest, wenn seine Prüfberichte Fragen beantworten: evidence first, in German.
import type { reports as english } from "../../en/portal/reports.ts";
import type { Localised } from "../../localised.ts";
import { count } from "../count.ts";

export const reports: Localised<typeof english> = {
  title: "Wir haben bereits einen Prüfbericht",
  possible: (n, of) => `Ein Prüfbericht kann Ihnen ${n} von ${of} Fragen ersparen.`,
  provesOnly: "Ein Prüfbericht kann mehrere Antworten auf einmal belegen.",
  saved: (n, of) => `Ihre Prüfberichte haben Ihnen ${n} von ${of} Fragen erspart.`,
  more: (n) => `${n} weitere können folgen.`,
  ofThem: (n) => `${n} durch Ihre Prüfberichte`,
  lead: (asker) =>
    `Der Prüfbericht einer unabhängigen Stelle beantwortet einige dieser Fragen. Laden Sie ihn hoch, sehen Sie sich die Antworten an, die er gibt, und bestätigen Sie sie. ${asker} liest ihn ebenfalls.`,
  none: "Keine offene Frage lässt sich durch einen Prüfbericht beantworten.",
  kind: "Welcher Prüfbericht",
  answers: (n, of) => `Beantwortet ${n} von ${of} Fragen`,
  proves: (n) => `belegt ${n}, die Sie selbst beantworten`,
  provesMore: (n) => `und belegt ${n} weitere, die Sie selbst beantworten`,
  clock: (name) => `Sein Datum: ${name}.`,
  startsOn: "Datum des Prüfberichts",
  startsOnHint: "Das oben bei seiner Art genannte.",
  upload: "Hochladen und Antworten ansehen",
  given: "Ihre Prüfberichte",
  confirmed: (n) => count(n, "Antwort bestätigt", "Antworten bestätigt"),
  open: (n) => (n === 1 ? "1 Frage kann er noch beantworten oder belegen" : `${n} Fragen kann er noch beantworten oder belegen`),
  look: (name) => `${name} ansehen`,
  back: "Alle Prüfberichte",
  heading: "Was dieser Prüfbericht beantwortet",
  itemsLead:
    "Nichts davon zählt, bis Sie es bestätigen. Ändern Sie, was nicht stimmt, und lassen Sie weg, was der Prüfbericht nicht zeigt.",
  page: "Seite oder Kapitel, für alle Antworten",
  pageHint: "Wo es steht. Eine Seite bei einer einzelnen Antwort geht dieser vor.",
  pageOwn: "Seite oder Kapitel",
  proposed: "Vorgeschlagen",
  changed: "Geändert",
  change: "Ändern",
  isTheReport: "Der Prüfbericht ist das verlangte Dokument.",
  yours: "Ihre Antwort",
  fill: (n) => (n === 1 ? "1 Frage, die Sie beantworten" : `${n} Fragen, die Sie beantworten`),
  fillLead: "Der Prüfbericht belegt sie, aber nur Sie kennen die Antwort. Sie können sie leer lassen und später beantworten.",
  take: "Aus dem Prüfbericht übernehmen",
  prove: "Der Prüfbericht zeigt es",
  confirm: "Diese Antworten bestätigen",
  nothing: "Jede Frage, die dieser Prüfbericht beantwortet, ist erledigt.",
  nothingYet: "Dieser Prüfbericht beantwortet keine der offenen Fragen.",
  expired: (day) => `Dieser Prüfbericht war bis ${day} gültig und beantwortet nichts mehr. Laden Sie einen neueren hoch.`,
  done: "Bestätigte Antworten",
  from: (name, page) => `Aus „${name}“${page === "" ? "" : `, ${page}`}, von Ihnen bestätigt.`,
  takeBack: "Diesen Prüfbericht zurücknehmen",
  takeBackAlone: (n) =>
    n === 1
      ? "Eine Antwort beruht allein darauf und ist dann wieder offen."
      : `${n} Antworten beruhen allein darauf und sind dann wieder offen.`,
  takeBackOthers: (n, isMore) =>
    isMore
      ? `${count(n, "weitere Frage verliert", "weitere Fragen verlieren")} ihn als Dokument.`
      : `${count(n, "Frage verliert", "Fragen verlieren")} ihn als Dokument.`,
  takeBackNothing: "Keine Antwort beruht darauf.",
  takeBackButton: "Zurücknehmen",
  changedMeanwhile: "Einige dieser Fragen wurden inzwischen beantwortet. Es wurde nichts gespeichert: Sehen Sie die Liste noch einmal an.",
  needsDate: "Geben Sie das Datum des Prüfberichts ein.",
};
