// A private story with something of everything: what is marked to be published, and canaries in whatever is not.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { commit } from "./folder.ts";

/** Stands in every place that must never be published. */
export const canary = "zyxwvut";

export const storyId = 30000001;
export const otherId = 30000002;
const folder = "stories/001/30000001";
const other = "stories/002/30000002";

const comment = (author: string, more: string, text: string) => `---\nauthor: ${author}\n${more}---\n${text}\n`;

/** The files of a story of ruth's, due on 2026-12-01 at 15:00; what is to be public says "public". */
export function privateStory(more = ""): Record<string, string> {
  return {
    [`${folder}/story.md`]: `---
title: Public title of the hole
author: ruth
type: vulnerability
created: 2026-11-01T09:12:33Z
triage: confirmed
tags:
  - public-tag
aliases:
milestone:
depends_on:
  - ${otherId}
  - 46938275
due:
related:
  - ${otherId + 1000}
cve:
  - CVE-2026-4321
attachments:
  - file: public-trace.log
access:
  - nina
embargo_until: 2027-01-20T00:00:00Z
disclose_at: 2026-12-01T15:00:00Z
# ${canary} in a remark
${more}---
> This issue is being treated as a potential security risk under embargo.
> ${canary} until 2027-01-20.

Public body. It is like #${otherId}, says @ruth, and like #46938275.
`,
    [`${folder}/tasks/40000001.md`]: `---
project: lantern/compute
status: review
branch: stable/2026.1
assignee: nina
author: ruth
priority: high
created: 2026-11-02T10:00:00Z
milestone:
depends_on:
  - 40000002
due:
changes:
---
`,
    [`${folder}/tasks/50000001.md`]: `---
project: security/advisory
status: todo
author: vera
created: 2026-11-02T10:00:00Z
---
Public text of the advisory's task.
`,
    [`${folder}/comments/20261102T100000Z-aaaa.md`]: comment("vera", "", `${canary} thoughts`),
    [`${folder}/comments/20261103T100000Z-bbbb.md`]: comment(
      "ruth",
      "in_reply_to: 20261102T100000Z-aaaa\nattachments:\n  - file: public-fix.patch\n    branch: stable/2026.1\n    patch: true\ndisclose: true\n",
      "Public comment of the reporter.",
    ),
    [`${folder}/comments/20261104T100000Z-cccc.md`]: comment(
      "nina",
      `attachments:\n  - file: ${canary}-notes.txt\n`,
      `${canary} review`,
    ),
    [`${folder}/comments/20261105T100000Z-dddd.md`]: comment("amina", "disclose: true\n", "Public comment of Amina."),
    [`${folder}/comments/20261106T100000Z-eeee.md`]: comment(
      "nina",
      "hidden: true\ndisclose: true\n",
      `${canary} hidden`,
    ),
    [`${folder}/affects/nina.md`]: `---\ncreated: 2026-11-03T10:00:00Z\n---\n${canary} cloud\n`,
    [`${folder}/attachments/public-trace.log`]: "public trace\n",
    [`${folder}/attachments/public-fix.patch`]: "diff --git a/public b/public\n",
    [`${folder}/attachments/${canary}-notes.txt`]: `${canary} notes\n`,
    [`${folder}/attachments/${canary}-loose.txt`]: `${canary} loose\n`,
    [`${other}/story.md`]: `---
title: ${canary} other hole
author: nina
type: vulnerability
created: 2026-11-10T09:12:33Z
triage: new
tags:
  - ${canary}-tag
aliases:
milestone:
depends_on:
due:
related:
  - ${storyId}
---
${canary} other text, see #${storyId}
`,
    [`${other}/tasks/40000002.md`]: `---
project: lantern/network
status: todo
author: nina
created: 2026-11-10T09:12:33Z
---
${canary} other task
`,
    "stories/002/30001002/story.md": `---
title: ${canary} third hole
author: nina
type: vulnerability
created: 2026-11-10T09:12:33Z
---
`,
  };
}

/** Commits the story into a restricted tracker. */
export function addPrivateStory(secret: string, more = ""): string {
  return commit(secret, privateStory(more), "Private stories");
}

export function textAt(folder: string, path: string): string {
  return readFileSync(join(folder, path), "utf8");
}

export const storyFolder = folder;

/** The mark of a commit: quoted where YAML would take it for a number. */
export const disclosedIn = (commit: string) => new RegExp(`^disclosed: "?${commit}"?$`, "m");
