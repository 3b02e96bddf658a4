// E-Mails an Lieferanten: mails to vendors, in German.
import type { Messages } from "../en.ts";
import { germanDay } from "./days.ts";

const signature = (asker: string, help: string) => `\n\n${help === "" ? asker : `${help}\n${asker}`}\n`;

export const mails: Messages["mails"] = {
  day: germanDay,
  invitation: {
    subject: ({ asker, service }) => `${asker}: Sicherheitsfragen zu ${service}`,
    body: ({ asker, help, contact, service, due, link }) =>
      `Guten Tag ${contact},\n\n${asker} bittet Sie, bis ${due} Sicherheitsfragen zu ${service} zu beantworten.\n\nÖffnen Sie diesen Link und drücken Sie Start. Sie brauchen kein Konto und dürfen den Link in Ihrem Haus weitergeben:\n\n${link}\n\nAlles, was Sie eingeben, wird sofort gespeichert. Sie können jederzeit aufhören und später weitermachen.${signature(asker, help)}`,
  },
  reassessment: {
    subject: ({ asker, service }) => `${asker}: Es ist Zeit, ${service} wieder anzusehen`,
    body: ({ asker, help, contact, service, due, link }) =>
      `Guten Tag ${contact},\n\n${asker} sieht sich die Sicherheit von ${service} wieder an. Ihre Antworten vom letzten Mal und Dokumente, die noch gültig sind, sind schon eingetragen: Bitte prüfen Sie sie, ändern Sie, was nicht mehr stimmt, und senden Sie den Fragebogen bis ${due} ab.\n\nÖffnen Sie diesen Link und drücken Sie Start. Sie brauchen kein Konto:\n\n${link}${signature(asker, help)}`,
  },
  reminder: {
    subject: ({ asker, service, due }) => `Erinnerung, fällig am ${due}: die Sicherheitsfragen von ${asker} zu ${service}`,
    body: ({ asker, help, contact, service, due, link }) =>
      `Guten Tag ${contact},\n\ndie Sicherheitsfragen von ${asker} zu ${service} sind am ${due} fällig. Was bisher beantwortet wurde, ist gespeichert.\n\nÖffnen Sie diesen Link und drücken Sie Start:\n\n${link}${signature(asker, help)}`,
  },
  extension: {
    subject: ({ asker, due }) => `${asker}: Sie haben Zeit bis ${due}`,
    body: ({ asker, help, contact, service, due, link }) =>
      `Guten Tag ${contact},\n\nSie haben mehr Zeit für die Sicherheitsfragen von ${asker} zu ${service}: Sie sind jetzt am ${due} fällig.\n\n${link}${signature(asker, help)}`,
  },
  clarification: {
    subject: ({ asker, service }) => `${asker} hat Rückfragen zu Ihren Antworten über ${service}`,
    body: ({ asker, help, contact, service, due, link }) =>
      `Guten Tag ${contact},\n\nvielen Dank für Ihre Antworten zu ${service}. Zu einigen brauchen wir noch ein Wort. Bitte antworten Sie bis ${due}: Öffnen Sie diesen Link und drücken Sie Start.\n\n${link}\n\nDie Liste ist kurz; alles andere bleibt, wie Sie es abgesendet haben.${signature(asker, help)}`,
  },
  reply: {
    subject: ({ asker }) => `${asker} hat Ihre Frage beantwortet`,
    body: ({ asker, help, contact, service, link }) =>
      `Guten Tag ${contact},\n\n${asker} hat beantwortet, was Sie zu den Sicherheitsfragen über ${service} gefragt haben. Öffnen Sie diesen Link und drücken Sie Start, um es zu lesen:\n\n${link}${signature(asker, help)}`,
  },
  letter: {
    subject: ({ asker, service }) => `${asker} hat über ${service} entschieden`,
    body: ({ asker, help, contact, service, link }) =>
      `Guten Tag ${contact},\n\n${asker} hat über ${service} entschieden. Das signierte Entscheidungsschreiben liegt für Sie bereit: Öffnen Sie diesen Link und drücken Sie Start. Es nennt die Entscheidung, was nachzubessern ist und was das Ergebnis verbessern würde.\n\n${link}${signature(asker, help)}`,
  },
  documentExpires: {
    subject: ({ asker, document }) => `${asker}: Bitte senden Sie ein neues Dokument (${document})`,
    body: ({ asker, help, contact, service, document, day, link }) =>
      `Guten Tag ${contact},\n\nein Dokument, das Sie uns zu ${service} gesendet haben, ist noch bis ${day} gültig: ${document}. Bitte senden Sie bis dahin den Nachfolger; mehr brauchen wir nicht. Öffnen Sie diesen Link und drücken Sie Start:\n\n${link}${signature(asker, help)}`,
  },
  documentReminder: {
    subject: ({ asker, document, day }) => `Erinnerung, fällig am ${day}: ${asker} braucht ein Dokument von Ihnen (${document})`,
    body: ({ asker, help, contact, service, document, day, link }) =>
      `Guten Tag ${contact},\n\nwir haben Sie zu ${service} um ein Dokument gebeten, fällig am ${day}: ${document}. Öffnen Sie diesen Link und drücken Sie Start:\n\n${link}${signature(asker, help)}`,
  },
};
