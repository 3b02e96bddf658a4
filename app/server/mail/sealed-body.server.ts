// Which row and column a sealed body belongs to: moved to another row it does not open.
export const bodyContext = (organisationId: string, mailId: string): string => `outbox_mails.sealed_body|${organisationId}|${mailId}`;
