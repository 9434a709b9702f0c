// Addresses of repositories elsewhere: which are let near git, and when two are the same.

import { createHash } from "node:crypto";
import { Failure } from "../text/failure.ts";
import { quote } from "../text/quote.ts";

const withScheme = /^(?:https?|ssh|git|file):\/\/[^\s-][^\s]*$/i;
/** "git@host:path", which needs its user, so that no path or drive is taken for it. */
const sshShort = /^[\w.+-]+@[\w.-]+:(?!\/\/)[^\s:-][^\s]*$/;
/** "ext::sh -c …" and whatever else names a program that speaks for the other side. */
const helper = /^[\w.+-]+::/;

/** True for what is meant as an address of a repository elsewhere, rather than as a folder here, allowed or not. */
export function isRemoteUrl(text: string): boolean {
  return helper.test(text) || /^[a-z][a-z0-9.+-]*:\/\//i.test(text) || /^[\w.+-]+@[\w.-]+:/.test(text);
}

/** The address when it is one that git may be given. Failure "bad-url". */
export function checkRemoteUrl(url: string): string {
  const isPlain = !/[\p{C}\s]/u.test(url) && url.length <= 2_000 && !url.startsWith("-");
  // A user or host that begins with a dash would be an option of the program that connects.
  const hasDash = /^(?:\w+:\/\/)?(?:[^/@]*@)?-/.test(url) || /^[^/@]*:-/.test(url.replace(/^\w+:\/\//, ""));
  if (isPlain && !hasDash && !helper.test(url) && (withScheme.test(url) || sshShort.test(url))) return url;
  throw new Failure("bad-url", `${quote(url)} is not an address that a tracker is fetched from`, {
    hint: "name one such as https://host/tracker.git, ssh://git@host/tracker.git, git@host:tracker.git or file:///srv/tracker.git",
  });
}

/** True when both lead to one repository: a login, a ".git" and a slash at the end make no difference. */
export function isSameUrl(a: string, b: string): boolean {
  return plainUrl(a) === plainUrl(b);
}

/** A text as it may be shown: without the passwords that somebody put into its addresses. */
export function shownUrl(text: string): string {
  return text.replace(/(\b[a-z]+:\/\/[^/@:\s]*):[^/@\s]*@/gi, "$1@");
}

/** A folder's name for a repository: what people call it, and what makes it this one. */
export function cacheName(url: string): string {
  const last =
    url
      .replace(/(?:\.git)?\/*$/, "")
      .split(/[/:]/)
      .at(-1) ?? "";
  const name = last
    .replace(/[^\w.-]/g, "")
    .replace(/^[.-]+/, "")
    .slice(0, 60);
  return `${name || "tracker"}-${createHash("sha256").update(url).digest("hex").slice(0, 12)}`;
}

function plainUrl(url: string): string {
  return url
    .replace(/^(https?:\/\/)[^/@]*@/i, "$1")
    .replace(/\/+$/, "")
    .replace(/\.git$/, "");
}
