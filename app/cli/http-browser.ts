// A browser without screen or script: keeps cookies, sends what a real one sends with forms, follows redirects of its own site only.

export interface Answer {
  status: number;
  /** Path of the page reached at last. */
  path: string;
  html: string;
  headers: Headers;
}

export interface HttpBrowser {
  readonly origin: string;
  get(path: string): Promise<Answer>;
  /** Posts a form as a page of this portal would; a list sends one entry per item. */
  post(path: string, fields: Record<string, string | readonly string[]>): Promise<Answer>;
  /** Posts multipart with one file. */
  upload(path: string, fields: Record<string, string>, file: { name: string; type: string; bytes: Uint8Array }): Promise<Answer>;
  cookie(name: string): string | undefined;
  forgetCookies(): void;
}

export function httpBrowser(origin: string): HttpBrowser {
  const cookies = new Map<string, string>();

  async function ask(path: string, init: RequestInit, hops = 0): Promise<Answer> {
    const headers = new Headers(init.headers);
    // The portal may be in this very process: while it is busy, neither side sees that an idle connection ended.
    headers.set("Connection", "close");
    if (cookies.size > 0) headers.set("Cookie", [...cookies].map(([name, value]) => `${name}=${value}`).join("; "));
    const response = await fetch(origin + path, { ...init, headers, redirect: "manual" });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ""] = line.split(";");
      const at = pair.indexOf("=");
      if (/max-age=0/i.test(line)) cookies.delete(pair.slice(0, at));
      else cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    const location = response.headers.get("Location");
    if (location && response.status >= 300 && response.status < 400) {
      await response.arrayBuffer();
      const next = new URL(location, origin + path);
      if (next.origin !== origin || hops > 5) throw new Error(`redirected to ${next.href}`);
      return ask(next.pathname + next.search, { method: "GET" }, hops + 1);
    }
    return { status: response.status, path, html: await response.text(), headers: response.headers };
  }

  const own = { Origin: origin, "Sec-Fetch-Site": "same-origin" };
  return {
    origin,
    get: (path) => ask(path, { method: "GET" }),
    post(path, fields) {
      const body = new URLSearchParams();
      for (const [name, value] of Object.entries(fields)) for (const item of [value].flat()) body.append(name, item as string);
      return ask(path, { method: "POST", headers: own, body });
    },
    upload(path, fields, file) {
      const body = new FormData();
      for (const [name, value] of Object.entries(fields)) body.append(name, value);
      body.append("file", new Blob([file.bytes as BlobPart], { type: file.type }), file.name);
      return ask(path, { method: "POST", headers: own, body });
    },
    cookie: (name) => cookies.get(name),
    forgetCookies: () => cookies.clear(),
  };
}
