// A tracker with more files than a clone gets on disk, made in a second: they all have the same text.

import { join } from "node:path";
import { storyFolder } from "../../src/model/place.ts";
import { limits } from "../../src/text/limits.ts";
import { git, newFolder } from "./folder.ts";

const story = `---
title: One of many
author: alice
type: bug
created: 2026-03-01T09:12:33Z
triage: new
tags:
aliases:
milestone:
depends_on:
due:
---
`;

/** A bare repository that serves filtered fetches. */
export function newLargeServer(stories: number = limits.checkoutFiles): string {
  const server = join(newFolder(), "large.git");
  git(newFolder(), ["init", "--quiet", "--bare", "--initial-branch=main", server]);
  git(server, ["config", "uploadpack.allowFilter", "true"]);
  const data = (text: string) => `data ${Buffer.byteLength(text)}\n${text}\n`;
  const lines = [
    `blob\nmark :1\n${data(story)}`,
    `commit refs/heads/main\ncommitter Alice <alice@example.org> 1772366400 +0000\n${data("Open the tracker")}`,
    `M 100644 inline tracker.yaml\n${data("format: 1\nname: Large\nvisibility: public\n")}`,
    `M 100644 inline people/alice.md\n${data("---\nname: Alice\n---\n")}`,
  ];
  for (let id = 10_000_000; id < 10_000_000 + stories; id += 1) lines.push(`M 100644 :1 ${storyFolder(id)}/story.md\n`);
  git(server, ["fast-import", "--quiet"], {}, lines.join(""));
  return server;
}
