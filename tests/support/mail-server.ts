// A real SMTP server on this machine that keeps what it is given, or refuses it.
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";

export interface MailServer {
  readonly url: string;
  readonly received: Email[];
  /** From now on every mail is refused with this SMTP code; undefined takes them again. */
  refuseWith(code: number | undefined): void;
  close(): Promise<void>;
}

export async function aMailServer(): Promise<MailServer> {
  const received: Email[] = [];
  let refusal: number | undefined;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, _session, done) {
      text(stream).then(async (raw) => {
        if (refusal !== undefined) return done(Object.assign(new Error("not now"), { responseCode: refusal }));
        received.push(await PostalMime.parse(raw));
        done();
      }, done);
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    received,
    refuseWith(code) {
      refusal = code;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
