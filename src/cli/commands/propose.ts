// `storytree propose`: what is pending becomes a commit, and goes to the review host the way it wants.

import type { Command, ExitCode } from "../command.ts";
import { flag, textOption } from "../command.ts";
import { finishProposal, type Prepared } from "../propose/push-proposal.ts";
import { openForWriting, writeOptions } from "../write.ts";

export const proposeCommand: Command = {
  name: "propose",
  summary: "commit what is pending, and push it for review",
  details:
    "In a checkout that is every edited record; the commit is made on a branch proposal/TOPIC. Without a checkout it is what the writing " +
    "commands have put on such a branch. The message is written from what the change means. --amend updates a proposal that was pushed, " +
    "and gives its new stories and tasks other numbers when the base has taken theirs meanwhile.",
  options: [
    { flags: "-m, --message TEXT", description: "the commit's message, instead of one made from the change" },
    { flags: "--amend", description: "update the proposal that was pushed before" },
    { flags: "-s, --signoff", description: "add your sign-off" },
    { flags: "--remote NAME", description: "push there instead of where tracker.yaml says" },
    { flags: "--no-push", description: "make the commit, and push nothing" },
    ...writeOptions.filter((option) => !option.flags.includes("--as")),
  ],
  async run(context, _args, options): Promise<ExitCode> {
    const writing = await openForWriting(context, options);
    const wish = {
      topic: textOption(options, "topic"),
      message: textOption(options, "message"),
      amend: flag(options, "amend"),
      signoff: flag(options, "signoff"),
    };
    const { topicFor } = await import("../../tracker/workspace.ts");
    if (wish.topic !== undefined) topicFor(writing.tracker, [], wish.topic);
    const { prepareBranch } = await import("../propose/prepare-branch.ts");
    const { prepareCheckout } = await import("../propose/prepare-checkout.ts");
    const isCheckout = writing.tracker.commit === null;
    const prepared: Prepared | ExitCode = await (isCheckout ? prepareCheckout : prepareBranch)(writing, wish);
    if (typeof prepared === "number") return prepared;
    return finishProposal(writing, prepared, {
      push: options.push !== false,
      remote: textOption(options, "remote"),
    });
  },
};
