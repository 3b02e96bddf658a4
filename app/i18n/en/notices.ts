// Mails to our own people: what, when, where. Plain text, one link.

/** How near the day is; `days` until then, negative when it has passed. */
function nearness(day: string, days: number): string {
  if (days > 1) return `is due on ${day}, in ${days} days`;
  if (days === 1) return `is due tomorrow, ${day}`;
  return days === 0 ? `is due today, ${day}` : `was due on ${day}, ${-days} ${days === -1 ? "day" : "days"} ago`;
}

interface Subject {
  vendor: string;
  service: string;
  /** "24 Nov 2026". */
  day: string;
  link: string;
}

export const notices = {
  review: {
    subject: ({ vendor, day }: Subject, days: number) => `Review of ${vendor} ${nearness(day, days)}`,
    body: ({ vendor, service, day, link }: Subject, days: number) =>
      `The review of ${vendor}, ${service}, ${nearness(day, days)}. The period is kept by a signed decision, not by its start.\n\n${link}\n`,
  },
  start: {
    subject: ({ vendor, day }: Subject, days: number) => `First assessment of ${vendor} ${nearness(day, days)}`,
    body: ({ vendor, service, day, link }: Subject, days: number) =>
      `${vendor}, ${service}, was in use before it was assessed. By the catch-up plan the start of its first assessment ${nearness(day, days)}. Nothing was sent to the vendor. Choose questionnaires and contact, and send it:\n\n${link}\n`,
  },
  openedWithoutContact: {
    subject: ({ vendor }: Subject) => `Nobody to send the reassessment of ${vendor} to`,
    body: ({ vendor, service, day, link }: Subject) =>
      `The reassessment of ${vendor}, ${service}, due on ${day}, was opened, but the vendor has no contact. Add one and send it:\n\n${link}\n`,
  },
  conditionLapsed: {
    subject: ({ vendor }: Subject) => `A condition for ${vendor} was not met`,
    body: ({ vendor, service, day, link }: Subject, text: string) =>
      `A condition of the decision on ${vendor}, ${service}, was to be met by ${day} and is not:\n\n${text}\n\nThe decision now reads "condition not met".\n\n${link}\n`,
  },
  acceptanceEnds: {
    subject: ({ vendor, day }: Subject) => `Your risk acceptance for ${vendor} ends on ${day}`,
    body: ({ vendor, service, day, link }: Subject, risk: string) =>
      `The ${risk} risk accepted for ${vendor}, ${service}, ends on ${day}. From the day after, its finding is open again and the decision reads "condition not met". Have it mended, or renew the acceptance (once).\n\n${link}\n`,
  },
  acceptanceEnded: {
    subject: ({ vendor }: Subject) => `A risk acceptance for ${vendor} has ended`,
    body: ({ vendor, service, day, link }: Subject, risk: string) =>
      `The ${risk} risk accepted for ${vendor}, ${service}, until ${day} is no longer accepted. What it covered is open again, and the decision reads "condition not met".\n\n${link}\n`,
  },
  correctionAsked: {
    subject: ({ vendor }: Omit<Subject, "day">) => `${vendor} asks to correct an answer`,
    body: ({ vendor, service, link }: Omit<Subject, "day">) =>
      `${vendor} says that an answer about ${service} is not right. A decision is signed on it, so nothing changes by itself: read it here, reply, and open a review when it matters:\n\n${link}\n`,
  },
  corrected: {
    subject: ({ vendor }: Omit<Subject, "day">) => `${vendor} corrected an answer`,
    body: ({ vendor, service, link }: Omit<Subject, "day">) =>
      `${vendor} corrected a submitted answer about ${service}. The earlier answer stands beside it, and the answer waits for a determination:\n\n${link}\n`,
  },
  rescored: {
    subject: ({ vendor }: Subject) => `${vendor} has a new result: a document lapsed`,
    body: ({ vendor, service, day, link }: Subject, change: string) =>
      `A document on which the result of ${vendor}, ${service}, rests held until ${day}. The engagement was scored anew: ${change}.\n\n${link}\n`,
  },
  asked: {
    subject: ({ vendor }: Omit<Subject, "day">) => `${vendor} asked about its questionnaire`,
    body: ({ vendor, service, link }: Omit<Subject, "day">) =>
      `${vendor} asked something about the questions on ${service}. Read and answer it here:\n\n${link}\n`,
  },
};
