// The headers on every answer that keep strangers' text from running: the room of helmet, asked once.

import type { IncomingMessage, ServerResponse } from "node:http";
import helmet from "helmet";
import { contentPolicy } from "../site/content-policy.ts";

const setHeaders = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    // In a page's head it could not forbid frames.
    directives: { ...contentPolicy, "frame-ancestors": ["'none'"] },
  },
  referrerPolicy: { policy: "no-referrer" },
  // TLS ends at the proxy in front; it alone knows whether every name it serves has it.
  strictTransportSecurity: false,
  xPoweredBy: false,
  // They told browsers of the past what those of today do anyway; each would cost every answer a line.
  xDnsPrefetchControl: false,
  xDownloadOptions: false,
  xPermittedCrossDomainPolicies: false,
  xXssProtection: false,
  originAgentCluster: false,
});

/** They depend on nothing in a request, so they are written once and sent with the finished bytes. */
export const securityHeaders: Readonly<Record<string, string>> = collected();

function collected(): Record<string, string> {
  const headers: Record<string, string> = {};
  const response = {
    setHeader: (name: string, value: string) => {
      headers[name] = value;
    },
    removeHeader: () => undefined,
  };
  setHeaders({} as IncomingMessage, response as unknown as ServerResponse, () => undefined);
  return headers;
}
