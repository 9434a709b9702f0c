// A review host's list of open proposals, on loopback: page after page, as GitHub, GitLab and Gitea give it.

import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface HostApi {
  /** Where the repository is in the API. */
  readonly url: string;
  /** The proposals of the repository, as the host's API says them; changed as one likes. */
  proposals: readonly Readonly<Record<string, unknown>>[];
  /** Answers instead of the list, when it is set. */
  instead: ((request: IncomingMessage, response: ServerResponse) => void) | undefined;
  /** The headers of each request that came. */
  readonly asked: readonly IncomingMessage["headers"][];
  readonly close: () => Promise<void>;
}

export async function serveHostApi(path: string): Promise<HostApi> {
  const asked: IncomingMessage["headers"][] = [];
  const server = createServer((request, response) => {
    asked.push(request.headers);
    if (api.instead) return api.instead(request, response);
    const { pathname, searchParams } = new URL(request.url ?? "", api.url);
    const isList = pathname === `${path}/pulls` || pathname === `${path}/merge_requests`;
    const size = Number(searchParams.get("per_page") ?? searchParams.get("limit") ?? "30");
    const page = Number(searchParams.get("page") ?? "1");
    if (!isList) return void response.writeHead(404).end('{"message":"Not Found"}');
    const wanted = api.proposals.filter(({ state }) => state === searchParams.get("state"));
    const next = new URL(request.url ?? "", api.url);
    next.searchParams.set("page", String(page + 1));
    const link = page * size < wanted.length ? { link: `<${next}>; rel="next", <${next}>; rel="last"` } : {};
    response.writeHead(200, { "content-type": "application/json", ...link });
    response.end(JSON.stringify(wanted.slice((page - 1) * size, page * size)));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const api: HostApi = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`,
    proposals: [],
    instead: undefined,
    asked,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return api;
}
