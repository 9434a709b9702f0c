// A real OpenID Connect provider on loopback: whoever gives a name is signed in as the subject of that name.

import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Provider } from "oidc-provider";

export interface IdentityProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Lets a server of this address be signed in to. */
  readonly allow: (origin: string) => void;
  readonly close: () => Promise<void>;
}

export async function startIdentityProvider(): Promise<IdentityProvider> {
  let answer: ReturnType<Provider["callback"]> | undefined;
  const server = createServer((request, response) => answer?.(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const [clientId, clientSecret] = ["storytree", "not-a-secret-of-anybody"];
  const origins: string[] = [];
  const make = () => {
    const provider = new Provider(issuer, {
      clients: [
        {
          client_id: clientId,
          client_secret: clientSecret,
          redirect_uris: origins.map((origin) => `${origin}/callback`),
          token_endpoint_auth_method: "client_secret_basic",
        },
      ],
      cookies: { keys: ["of the test"] },
      pkce: { required: () => true },
    });
    answer = provider.callback();
  };
  origins.push("http://127.0.0.1:9");
  make();
  return {
    issuer,
    clientId,
    clientSecret,
    allow(origin) {
      origins.push(origin);
      make();
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Cookies of one browser, by the origin that set them. */
class Jar {
  private readonly cookies = new Map<string, Map<string, string>>();
  take(url: URL, response: Response): void {
    const own = this.cookies.get(url.origin) ?? new Map<string, string>();
    for (const line of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === "") own.delete(name);
      else own.set(name, value);
    }
    this.cookies.set(url.origin, own);
  }
  header(url: URL): string {
    return [...(this.cookies.get(url.origin) ?? [])].map(([name, value]) => `${name}=${value}`).join("; ");
  }
}

/** Signs in as a browser does, form by form; the cookie that the server then knows the reader by. */
export async function signIn(
  site: string,
  subject: string,
  path = "/login",
): Promise<{ cookie: string; begun: string; last: Response }> {
  const jar = new Jar();
  let begun: string | undefined;
  const step = async (url: URL, form?: Record<string, string>): Promise<Response> => {
    const response = await fetch(url, {
      redirect: "manual",
      headers: { accept: "text/html", cookie: jar.header(url) },
      ...(form ? { method: "POST", body: new URLSearchParams(form) } : {}),
    });
    jar.take(url, response);
    begun ??= jar.header(new URL(site)) || undefined;
    const to = response.headers.get("location");
    if (to !== null) return step(new URL(to, url));
    const text = await response.clone().text();
    const action = /<form[^>]* action="([^"]*)" method="post"/.exec(text)?.[1];
    if (!action || url.origin === new URL(site).origin) return response;
    const prompt = /name="prompt" value="([^"]*)"/.exec(text)?.[1] ?? "";
    return step(new URL(action, url), prompt === "login" ? { prompt, login: subject, password: "any" } : { prompt });
  };
  const last = await step(new URL(path, site));
  return { cookie: jar.header(new URL(site)), begun: begun ?? "", last };
}
