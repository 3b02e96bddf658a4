// Mails the portal writes. Plain text, one link, no tracking. Names and dates come in; nothing about scores goes out.

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

export const mails = {
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
  /** With a letter in German. */
  letterGerman: {
    subject: ({ asker, service }: MailFacts) => `${asker} hat über ${service} entschieden`,
    body: ({ asker, help, contact, service, link }: MailFacts) =>
      `Guten Tag ${contact},\n\n${asker} hat über ${service} entschieden. Das signierte Entscheidungsschreiben liegt für Sie bereit: Öffnen Sie diesen Link und drücken Sie Start. Es nennt die Entscheidung, was nachzubessern ist und was das Ergebnis verbessern würde.\n\n${link}${signature(asker, help)}`,
  },
  /** To us: a vendor asked something. */
  asked: {
    subject: ({ vendor }: { vendor: string }) => `${vendor} asked about its questionnaire`,
    body: ({ vendor, service, link }: { vendor: string; service: string; link: string }) =>
      `${vendor} asked something about the questions on ${service}. Read and answer it here:\n\n${link}\n`,
  },
};
