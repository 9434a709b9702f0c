// Proposals that wait for review: the refs where hosts keep them, and the branches of those who prepare them, less what is over.

import type { ObjectReader, Oid } from "./git/objects.ts";
import { type GitRun, gitText } from "./git/process.ts";
import { hostState } from "./host-proposals.ts";
import { layOver } from "./lay-over.ts";
import { type Proposal, proposalOf } from "./proposals.ts";

export interface OpenProposal extends Proposal {
  /** The committer date of its tip, in seconds. */
  readonly time: number;
}

/** Where proposals lie: of Gerrit, GitHub and Gitea, GitLab, and branches by their name. */
const places = ["refs/changes", "refs/pull", "refs/merge-requests", "refs/heads/proposal", "refs/remotes"];
/** What nothing says is closed is taken for forgotten after so many seconds. */
const forgottenAfter = 90 * 86_400;
/** The newest are told; who has more has other troubles. */
const mostProposals = 300;

/** Remembers what it has read of proposals that are still the same: most are, from one look to the next. */
export type ProposalMemory = Map<Oid, Proposal | undefined>;

/** Those that the base does not have, and nobody has closed; the newest first. `now` in milliseconds. */
export async function openProposals(
  run: GitRun,
  objects: ObjectReader,
  base: Oid,
  now: number,
  memory: ProposalMemory = new Map(),
): Promise<readonly OpenProposal[]> {
  const listed = await gitText(run, [
    "for-each-ref",
    "--format=%(objectname) %(committerdate:unix) %(refname)",
    `--no-merged=${base}`,
    ...places,
  ]);
  const refs = listed.split("\n").flatMap((line) => {
    const [, tip = "", time = "", name = ""] = /^([0-9a-f]{40,64}) (\d+) (refs\/\S+)$/.exec(line) ?? [];
    return tip === "" ? [] : [{ tip, time: Number(time), name }];
  });
  const metas = new Map(refs.flatMap(({ name, tip }) => (/^refs\/changes\/.*\/meta$/.test(name) ? [[name, tip]] : [])));
  const young = (time: number) => time * 1000 > now - forgottenAfter * 1000;
  const host = await hostState(run, now);
  /** Undefined when nobody has said. */
  const isOpen = async ({ meta, number, tip }: Candidate): Promise<boolean | undefined> => {
    const notes = meta === undefined ? undefined : metas.get(meta);
    if (notes !== undefined) return isOpenInGerrit(run, notes);
    return number !== undefined && !(host && number <= host.highest) ? undefined : said.get(tip);
  };
  const candidates = latestOf(refs).sort((a, b) => b.time - a.time);
  // The branch of a request that is closed may still be there.
  const said = new Map<Oid, boolean>();
  for (const { tip, number } of candidates)
    if (host && number !== undefined && number <= host.highest)
      said.set(tip, said.get(tip) === true || host.open.has(number));
  const wanted: { tip: Oid; time: number; topic: string }[] = [];
  const seen = new Set<Oid>();
  for (const candidate of candidates) {
    const { tip, time, topic } = candidate;
    if (wanted.length >= mostProposals) break;
    if (seen.has(tip) || !((await isOpen(candidate)) ?? young(time))) continue;
    seen.add(tip);
    wanted.push({ tip, time, topic });
  }
  for (const known of memory.keys()) if (!seen.has(known)) memory.delete(known);
  const found: OpenProposal[] = [];
  for (const { tip, time, topic } of wanted) {
    if (!memory.has(tip)) memory.set(tip, await proposalOf(objects, base, { topic, tip }));
    const proposal = memory.get(tip);
    if (proposal) found.push({ ...proposal, topic, time });
  }
  // What has merged as another commit is over as well.
  const { open } = await layOver(run, objects, base, found);
  const stillOpen = new Set(open.map((proposal) => proposal.tip));
  return found.filter((proposal) => stillOpen.has(proposal.tip));
}

interface Candidate {
  readonly tip: Oid;
  readonly time: number;
  readonly topic: string;
  /** Where Gerrit keeps what became of the change. */
  readonly meta?: string;
  /** Under which the host knows it. */
  readonly number?: number;
}

/** One for each proposal: of a change of Gerrit its newest patch set. */
function latestOf(refs: readonly { readonly tip: Oid; readonly time: number; readonly name: string }[]): Candidate[] {
  const changes = new Map<string, Candidate & { readonly set: number }>();
  const others: Candidate[] = [];
  for (const { tip, time, name } of refs) {
    const gerrit = /^(refs\/changes\/\d\d\/(\d+))\/(\d+)$/.exec(name);
    const [, change = "", number = "", set = ""] = gerrit ?? [];
    if (gerrit && Number(set) > (changes.get(change)?.set ?? 0))
      changes.set(change, { tip, time, topic: `change ${number}`, meta: `${change}/meta`, set: Number(set) });
    const pull = /^refs\/(pull|merge-requests)\/(\d+)\/head$/.exec(name);
    if (pull) {
      const topic = `${pull[1] === "pull" ? "#" : "!"}${pull[2]}`;
      others.push({ tip, time, topic, number: Number(pull[2]) });
    }
    const branch = /^refs\/(?:heads|remotes\/[^/]+)\/(proposal\/.+)$/.exec(name)?.[1];
    if (branch) others.push({ tip, time, topic: branch });
  }
  return [...changes.values(), ...others];
}

/** Gerrit writes a status whenever it changes; a change that was never closed has none, or "new". */
async function isOpenInGerrit(run: GitRun, notes: Oid): Promise<boolean> {
  const text = await gitText(run, [
    "log",
    "--first-parent",
    "--max-count=1000",
    "--format=%B",
    "--end-of-options",
    notes,
  ]);
  const status = /^Status: (\w+)$/m.exec(text)?.[1]?.toLowerCase() ?? "new";
  return !["merged", "abandoned", "deleted"].includes(status);
}
