// Mails to vendors. Plain text, one link, no tracking. Names and dates come in; nothing about scores goes out.
import { calendarDay } from "#app/domain/report/report-format.ts";

const signature = (asker: string, help: string) => `\n\n${help === "" ? asker : `${help}\n${asker}`}\n`;

export interface MailFacts {
  asker: string;
  /** Name and address of the person to turn to; empty when nobody is named. */
  help: string;
  contact: string;
  service: string;
  due: string;
  link: string;
}

/** Of a mail that asks for one document alone. */
export interface DocumentFacts extends Omit<MailFacts, "due"> {
  /** Label of the document's kind. */
  document: string;
  day: string;
}

export const mails = {
  /** A day as mails write it. */
  day: (day: string) => calendarDay(day),
  invitation: {
    subject: ({ asker, service }: MailFacts) => `${asker}: security questions about ${service}`,
    body: ({ asker, help, contact, service, due, link }: MailFacts) =>
      `Hello ${contact},\n\n${asker} asks you to answer security questions about ${service} by ${due}.\n\nOpen this link and press Start. You need no account, and you may share the link inside your company:\n\n${link}\n\nEverything you enter is saved as you go. You can stop and come back at any time.${signature(asker, help)}`,
  },
  reassessment: {
    subject: ({ asker, service }: MailFacts) => `${asker}: it is time to look at ${service} again`,
    body: ({ asker, help, contact, service, due, link }: MailFacts) =>
      `Hello ${contact},\n\n${asker} looks at the security of ${service} again. Your answers from last time and documents that still hold are filled in already: please check them, change what is no longer true, and submit by ${due}.\n\nOpen this link and press Start. You need no account:\n\n${link}${signature(asker, help)}`,
  },
  reminder: {
    subject: ({ asker, service, due }: MailFacts) => `Reminder, due ${due}: ${asker}'s security questions about ${service}`,
    body: ({ asker, help, contact, service, due, link }: MailFacts) =>
      `Hello ${contact},\n\nthe security questions of ${asker} about ${service} are due on ${due}. What was answered so far is kept.\n\nOpen this link and press Start:\n\n${link}${signature(asker, help)}`,
  },
  extension: {
    subject: ({ asker, due }: MailFacts) => `${asker}: you have until ${due}`,
    body: ({ asker, help, contact, service, due, link }: MailFacts) =>
      `Hello ${contact},\n\nyou have more time for the security questions of ${asker} about ${service}: they are now due on ${due}.\n\n${link}${signature(asker, help)}`,
  },
  clarification: {
    subject: ({ asker, service }: MailFacts) => `${asker} has questions about your answers on ${service}`,
    body: ({ asker, help, contact, service, due, link }: MailFacts) =>
      `Hello ${contact},\n\nthank you for your answers about ${service}. A few of them need a word more. Please answer by ${due}: open this link and press Start.\n\n${link}\n\nThe list is short; everything else stays as you submitted it.${signature(asker, help)}`,
  },
  reply: {
    subject: ({ asker }: MailFacts) => `${asker} answered your question`,
    body: ({ asker, help, contact, service, link }: MailFacts) =>
      `Hello ${contact},\n\n${asker} answered what you asked about the security questions on ${service}. Open this link and press Start to read it:\n\n${link}${signature(asker, help)}`,
  },
  letter: {
    subject: ({ asker, service }: MailFacts) => `${asker} has decided on ${service}`,
    body: ({ asker, help, contact, service, link }: MailFacts) =>
      `Hello ${contact},\n\n${asker} has decided on ${service}. The signed decision letter waits for you: open this link and press Start. It says what was decided, what is to be mended, and what would raise the result.\n\n${link}${signature(asker, help)}`,
  },
  documentExpires: {
    subject: ({ asker, document }: DocumentFacts) => `${asker}: please send a new ${document}`,
    body: ({ asker, help, contact, service, document, day, link }: DocumentFacts) =>
      `Hello ${contact},\n\nthe ${document} you sent us about ${service} holds until ${day}. Please send its successor by then; we need nothing else. Open this link and press Start:\n\n${link}${signature(asker, help)}`,
  },
  documentReminder: {
    subject: ({ asker, document, day }: DocumentFacts) => `Reminder, due ${day}: ${asker} needs your ${document}`,
    body: ({ asker, help, contact, service, document, day, link }: DocumentFacts) =>
      `Hello ${contact},\n\nwe asked you for a ${document} about ${service}, due on ${day}. Open this link and press Start:\n\n${link}${signature(asker, help)}`,
  },
};
