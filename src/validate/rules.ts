// Every rule, in the order they are explained.

import type { Rule } from "./rule.ts";
import { attachmentMissing } from "./rules/attachment-missing.ts";
import { attachmentRefused } from "./rules/attachment-refused.ts";
import { bodyTooDeep } from "./rules/body-too-deep.ts";
import { branchPastEndOfLife } from "./rules/branch-past-end-of-life.ts";
import { configuration } from "./rules/configuration.ts";
import { conflictMarker } from "./rules/conflict-marker.ts";
import { credential } from "./rules/credential.ts";
import { deceptiveName } from "./rules/deceptive-name.ts";
import { dependencyCycle } from "./rules/dependency-cycle.ts";
import { duplicateAlias } from "./rules/duplicate-alias.ts";
import { duplicateCycle } from "./rules/duplicate-cycle.ts";
import { duplicateId } from "./rules/duplicate-id.ts";
import { duplicateIdentity } from "./rules/duplicate-identity.ts";
import { embargoText } from "./rules/embargo-text.ts";
import { embargoTooLong } from "./rules/embargo-too-long.ts";
import { immutableField } from "./rules/immutable-field.ts";
import { listedTwice } from "./rules/listed-twice.ts";
import { lockedStory } from "./rules/locked-story.ts";
import { mailAddress } from "./rules/mail-address.ts";
import { policyDenied } from "./rules/policy-denied.ts";
import { replyCycle } from "./rules/reply-cycle.ts";
import { reservedTag } from "./rules/reserved-tag.ts";
import { restrictedKey } from "./rules/restricted-key.ts";
import { retiredProject } from "./rules/retired-project.ts";
import { sharedName } from "./rules/shared-name.ts";
import { storyMissing } from "./rules/story-missing.ts";
import { trackerMissing } from "./rules/tracker-missing.ts";
import { twoContents } from "./rules/two-contents.ts";
import { unknownBranch } from "./rules/unknown-branch.ts";
import { unknownGroup } from "./rules/unknown-group.ts";
import { unknownInPolicy } from "./rules/unknown-in-policy.ts";
import { unknownList } from "./rules/unknown-list.ts";
import { unknownMilestone } from "./rules/unknown-milestone.ts";
import { unknownPerson } from "./rules/unknown-person.ts";
import { unknownPersonOrTeam } from "./rules/unknown-person-or-team.ts";
import { unknownProject } from "./rules/unknown-project.ts";
import { unknownReply } from "./rules/unknown-reply.ts";
import { unknownStory } from "./rules/unknown-story.ts";
import { unknownStoryOrTask } from "./rules/unknown-story-or-task.ts";
import { unknownTeam } from "./rules/unknown-team.ts";
import { unknownType } from "./rules/unknown-type.ts";
import { wrongQuery } from "./rules/wrong-query.ts";

export const rules: readonly Rule[] = [
  attachmentMissing,
  attachmentRefused,
  bodyTooDeep,
  branchPastEndOfLife,
  configuration,
  conflictMarker,
  credential,
  deceptiveName,
  dependencyCycle,
  duplicateAlias,
  duplicateCycle,
  duplicateId,
  duplicateIdentity,
  embargoText,
  embargoTooLong,
  immutableField,
  listedTwice,
  lockedStory,
  mailAddress,
  policyDenied,
  replyCycle,
  reservedTag,
  restrictedKey,
  retiredProject,
  sharedName,
  storyMissing,
  trackerMissing,
  twoContents,
  unknownBranch,
  unknownGroup,
  unknownInPolicy,
  unknownList,
  unknownMilestone,
  unknownPersonOrTeam,
  unknownPerson,
  unknownProject,
  unknownReply,
  unknownStoryOrTask,
  unknownStory,
  unknownTeam,
  unknownType,
  wrongQuery,
];
