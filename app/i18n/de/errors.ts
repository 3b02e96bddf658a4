// Fehlerseiten: pages of errors, in German, as a vendor reads them.
import type { Messages } from "../en.ts";

export const errors: Messages["errors"] = {
  pages: {
    403: { title: "Das dürfen Sie nicht sehen", detail: "Fragen Sie die Person, die Ihnen geschrieben hat." },
    404: { title: "Hier ist nichts", detail: "Die Adresse stimmt nicht, oder was sie nennt, ist nicht für Sie bestimmt." },
    409: {
      title: "Das hat sich inzwischen geändert",
      detail: "Vielleicht war jemand anderes schneller. Gehen Sie zurück, laden Sie die Seite neu und sehen Sie noch einmal nach.",
    },
    413: { title: "Das ist zu groß", detail: "Verkleinern Sie es und versuchen Sie es noch einmal." },
    415: { title: "Diese Art von Datei wird nicht angenommen", detail: "Das Formular nennt die Arten, die es annimmt." },
    429: { title: "Zu viele Versuche", detail: "Warten Sie einige Minuten und versuchen Sie es dann noch einmal." },
    503: {
      title: "Das Portal ist nicht bereit",
      detail: "Ein Teil, den es braucht, fehlt gerade. Es wurde nichts gespeichert. Versuchen Sie es in Kürze noch einmal.",
    },
  },
  unexpected: {
    title: "Auf unserer Seite ist etwas schiefgegangen",
    detail:
      "Es wurde nichts gespeichert. Versuchen Sie es noch einmal; bleibt es dabei, nennen Sie der Person, die Ihnen geschrieben hat, die Kennung unten.",
  },
  trace: (status, id) => `${status} · Kennung ${id}`,
  states: {
    draft: "noch nicht gesendet",
    sent: "gesendet",
    in_progress: "in Beantwortung",
    from_documents: "aus Dokumenten beantwortet",
    submitted: "eingereicht",
    in_review: "in Prüfung",
    clarification: "Rückfragen an Sie offen",
    reviewed: "geprüft",
    decided: "entschieden",
    cancelled: "abgebrochen",
    closed_unanswered: "ohne Antworten geschlossen",
  },
  now: (state) => `Stand: ${state}.`,
  home: "Zur Startseite",
};
