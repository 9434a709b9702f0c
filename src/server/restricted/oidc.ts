// The room of openid-client: signing in by the code flow, with PKCE, state and nonce.

import * as client from "openid-client";
import { Failure } from "../../text/failure.ts";

export interface ProviderOptions {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** What a sign-in that has begun must come back with. */
export interface Checks {
  readonly verifier: string;
  readonly state: string;
  readonly nonce: string;
}

export interface Provider {
  /** Where the browser is sent. */
  readonly begin: (redirectUri: string) => Promise<{ readonly url: string; readonly checks: Checks }>;
  /** The subject that came back; null for whatever does not fit the checks. */
  readonly finish: (url: URL, checks: Checks) => Promise<string | null>;
}

/** Finds the provider. Failure "oidc-failed" when it cannot be reached, "oidc-insecure" when it is not by https. */
export async function openProvider({ issuer, clientId, clientSecret }: ProviderOptions): Promise<Provider> {
  const url = URL.canParse(issuer) ? new URL(issuer) : null;
  const isHere = url !== null && ["127.0.0.1", "localhost", "[::1]"].includes(url.hostname);
  if (!url || (url.protocol !== "https:" && !(url.protocol === "http:" && isHere)))
    throw new Failure("oidc-insecure", "the identity provider is named by an https:// address", {
      hint: "--oidc-issuer https://login.example.org",
    });
  const how = url.protocol === "http:" ? { execute: [client.allowInsecureRequests] } : {};
  const authentication = client.ClientSecretBasic(clientSecret);
  const found = await client
    .discovery(url, clientId, { client_secret: clientSecret }, authentication, { ...how, timeout: 10 })
    .catch((cause: unknown) => {
      throw new Failure("oidc-failed", "the identity provider does not answer as one", {
        hint: "check --oidc-issuer: its /.well-known/openid-configuration must be there",
        cause,
      });
    });
  return {
    async begin(redirectUri) {
      const checks = {
        verifier: client.randomPKCECodeVerifier(),
        state: client.randomState(),
        nonce: client.randomNonce(),
      };
      const to = client.buildAuthorizationUrl(found, {
        redirect_uri: redirectUri,
        scope: "openid",
        code_challenge: await client.calculatePKCECodeChallenge(checks.verifier),
        code_challenge_method: "S256",
        state: checks.state,
        nonce: checks.nonce,
      });
      return { url: to.href, checks };
    },
    async finish(here, { verifier, state, nonce }) {
      try {
        const expected = {
          pkceCodeVerifier: verifier,
          expectedState: state,
          expectedNonce: nonce,
          idTokenExpected: true,
        };
        const tokens = await client.authorizationCodeGrant(found, here, expected);
        return tokens.claims()?.sub ?? null;
      } catch {
        // What a library says of it is nothing for a browser, nor for a log that others read.
        return null;
      }
    },
  };
}
