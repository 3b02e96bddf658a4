// Who is calling: the socket's address, or what a declared proxy says. Without TRUSTED_PROXY forwarding headers are never believed.
import type { IncomingMessage } from "node:http";
import { BlockList, isIP } from "node:net";

const forwardingHeaders = ["forwarded", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-forwarded-port", "x-real-ip"];

export type AddressReader = (incoming: IncomingMessage) => string;

/** `trusted`: `loopback`, addresses and CIDR ranges; none means no proxy. */
export function addressReader(trusted: readonly string[]): AddressReader {
  const list = trustedList(trusted);
  return (incoming) => {
    const socket = plain(incoming.socket.remoteAddress ?? "");
    const forwarded = incoming.headers["x-forwarded-for"];
    dropHeaders(incoming, forwardingHeaders);
    if (!list || !socket || !list.check(socket, family(socket))) return socket;
    const last = (Array.isArray(forwarded) ? forwarded.join(",") : (forwarded ?? "")).split(",").at(-1)?.trim() ?? "";
    return isIP(last) ? plain(last) : socket;
  };
}

/** Removes headers before anything reads them; `rawHeaders` is what the adapter builds its Headers from. */
export function dropHeaders(incoming: IncomingMessage, names: readonly string[]): void {
  const raw = incoming.rawHeaders;
  for (let i = raw.length - 2; i >= 0; i -= 2) {
    if (names.includes((raw[i] as string).toLowerCase())) raw.splice(i, 2);
  }
  for (const name of names) delete incoming.headers[name];
}

function trustedList(entries: readonly string[]): BlockList | undefined {
  const list = new BlockList();
  for (const entry of entries) {
    if (entry === "loopback") {
      list.addSubnet("127.0.0.0", 8, "ipv4");
      list.addAddress("::1", "ipv6");
      continue;
    }
    const [net = "", bits] = entry.split("/");
    if (bits === undefined) list.addAddress(net, family(net));
    else list.addSubnet(net, Number(bits), family(net));
  }
  return entries.length > 0 ? list : undefined;
}

function plain(address: string): string {
  return address.startsWith("::ffff:") ? address.slice(7) : address;
}

function family(address: string): "ipv4" | "ipv6" {
  return address.includes(":") ? "ipv6" : "ipv4";
}
