// One thread of a build: opens what it is told to, then renders part after part until it is told that there are no more.

import { join } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { openIndex } from "../index/open-index.ts";
import { siteOf } from "../site/site.ts";
import { renderPart } from "../site/site-parts.ts";
import { templatesIn } from "../site/templates.ts";
import { writerInto } from "../site/written.ts";
import { gitProgram } from "../tracker/git/process.ts";
import { asPublic, openTracker } from "../tracker/open.ts";
import type { WorkerStart, WorkerTask } from "./build-workers.ts";
import { packageRoot } from "./package-files.ts";

const { directory, revision, now, url, proposals, variables } = workerData as WorkerStart;
const tracker = asPublic(await openTracker(directory, gitProgram({ ...variables }), revision));
const catalogue = await openIndex(tracker, { now });
catalogue.proposals = proposals;
const site = siteOf({ tracker, catalogue, now, url, templates: templatesIn(join(packageRoot(), "templates", "site")) });

parentPort?.on("message", async (task: WorkerTask | null) => {
  if (task) return parentPort?.postMessage(await renderPart(site, task.part, writerInto(task.folder)));
  catalogue.close();
  tracker.objects?.close();
  parentPort?.close();
});
