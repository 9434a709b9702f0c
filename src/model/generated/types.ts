// Generated from schema/ by scripts/generate.mjs; do not edit.

/**
 * Says that the story affects the person the file is named after; the text below may say how.
 */
export interface AffectsData {
/**
 * When they said so, in UTC.
 */
readonly created: string
}

/**
 * Lanes side by side; each shows a list, a query, or cards placed by hand.
 */
export interface BoardData {
/**
 * Its name for people.
 */
readonly title: string
/**
 * Names this board had elsewhere, such as launchpad:1834567; set once, by the import that brought it.
 * 
 * @maxItems 1000
 * 
 * Items: One alias: where it comes from, a colon, its name there.
 */
readonly aliases?: string[]
/**
 * Who keeps it: a person or team.
 */
readonly owner?: string
/**
 * True when it is history.
 */
readonly archived?: boolean
/**
 * Its columns, from left to right.
 * 
 * @maxItems 1000
 * 
 * Items: One lane: give it a list, a query, or items.
 */
readonly lanes?: {
/**
 * The column's heading.
 */
readonly title: string
/**
 * The list it shows.
 */
readonly list?: string
/**
 * The query whose answer it shows.
 */
readonly query?: string
/**
 * Stories and tasks in the order of your choice, by number.
 * 
 * @maxItems 1000
 * 
 * Items: The number of a story or task.
 */
readonly items?: number[]
/**
 * How many cards it should hold at most.
 */
readonly limit?: number
/**
 * The field changes that moving a card here means, such as status: review.
 */
readonly set?: {
[k: string]: string | number | boolean
}
}[]
}

/**
 * One contribution to a story's discussion; when it was written stands in its file name and nowhere else.
 */
export interface CommentData {
/**
 * Who wrote it.
 */
readonly author: string
/**
 * The name, without .md, of the comment it answers.
 */
readonly in_reply_to?: string
/**
 * Files in the story's attachments/ folder that belong here, one entry each.
 * 
 * @maxItems 1000
 * 
 * Items: One attached file.
 */
readonly attachments?: {
/**
 * The file's name in attachments/, such as trace.log.
 */
readonly file: string
/**
 * What it shows, in a few words.
 */
readonly title?: string
/**
 * The branch a patch is for, such as stable/2026.1.
 */
readonly branch?: string
/**
 * True when the file is a patch that is proposed as a fix.
 */
readonly patch?: boolean
}[]
/**
 * True when moderators have hidden it; the site folds it away.
 */
readonly hidden?: boolean
/**
 * True when it may be published with its story.
 */
readonly disclose?: boolean
/**
 * Names this comment had elsewhere, such as launchpad:1834567; set once, by the import that brought it.
 * 
 * @maxItems 1000
 * 
 * Items: One alias: where it comes from, a colon, its name there.
 */
readonly aliases?: string[]
}

/**
 * Projects that are looked at together.
 */
export interface GroupData {
/**
 * Its name for people.
 */
readonly title: string
/**
 * Names this group had elsewhere, such as launchpad:1834567; set once, by the import that brought it.
 * 
 * @maxItems 1000
 * 
 * Items: One alias: where it comes from, a colon, its name there.
 */
readonly aliases?: string[]
/**
 * Its projects.
 * 
 * @maxItems 1000
 * 
 * Items: A project.
 */
readonly projects?: string[]
/**
 * True when it is history.
 */
readonly archived?: boolean
}

/**
 * A worklist: items in an order made by hand, or a query.
 */
export interface ListData {
/**
 * Its name for people.
 */
readonly title: string
/**
 * Names this list had elsewhere, such as launchpad:1834567; set once, by the import that brought it.
 * 
 * @maxItems 1000
 * 
 * Items: One alias: where it comes from, a colon, its name there.
 */
readonly aliases?: string[]
/**
 * The query whose answer the list shows; leave items empty then.
 */
readonly query?: string
/**
 * Who keeps it: a person or team.
 */
readonly owner?: string
/**
 * The order of a query's answer, such as priority or updated-desc.
 */
readonly sort?: string
/**
 * True when it is history.
 */
readonly archived?: boolean
/**
 * Stories and tasks in the order of your choice, by number.
 * 
 * @maxItems 1000
 * 
 * Items: The number of a story or task.
 */
readonly items?: number[]
}

/**
 * A target that stories and tasks are planned for.
 */
export interface MilestoneData {
/**
 * Its name for people.
 */
readonly title: string
/**
 * Names this milestone had elsewhere, such as launchpad:1834567; set once, by the import that brought it.
 * 
 * @maxItems 1000
 * 
 * Items: One alias: where it comes from, a colon, its name there.
 */
readonly aliases?: string[]
/**
 * The day it is due, ending at 24:00 UTC.
 */
readonly date?: string
/**
 * The projects it is for; all of them when empty.
 * 
 * @maxItems 1000
 * 
 * Items: A project.
 */
readonly projects?: string[]
/**
 * True when it has been reached or given up.
 */
readonly closed?: boolean
/**
 * True when it is history.
 */
readonly archived?: boolean
}

/**
 * Somebody who writes, does or watches things here; the file's name is their name in the tracker.
 */
export interface PersonData {
/**
 * Their name as they write it.
 */
readonly name: string
/**
 * Who they are elsewhere: github:x, gerrit:x, launchpad:x, irc:x, oidc:subject, or mail: and the SHA-256 of their lower-case address.
 * 
 * @maxItems 1000
 * 
 * Items: One identity: where, a colon, the name there.
 */
readonly identities?: string[]
/**
 * Their mail address; only in restricted trackers.
 */
readonly email?: string
/**
 * Queries whose stories they want to hear about.
 * 
 * @maxItems 1000
 * 
 * Items: One watch.
 */
readonly watch?: {
/**
 * A query, such as project:openstack/nova.
 */
readonly query: string
/**
 * How much: all changes (the default), comments and status, or status alone.
 */
readonly level?: ("all" | "discussion" | "status")
/**
 * True to be left alone about these, even when another watch matches.
 */
readonly mute?: boolean
}[]
/**
 * True when they are gone: kept as an author, offered no more.
 */
readonly disabled?: boolean
/**
 * Names this person had elsewhere, such as launchpad:1834567; set once, by the import that brought it.
 * 
 * @maxItems 1000
 * 
 * Items: One alias: where it comes from, a colon, its name there.
 */
readonly aliases?: string[]
}

/**
 * A code repository or another body of work that tasks belong to.
 */
export interface ProjectData {
/**
 * Its name for people; the file's own name when empty.
 */
readonly title?: string
/**
 * Where its code is cloned from.
 */
readonly repository?: string
/**
 * The team that looks after it.
 */
readonly team?: string
/**
 * The branch tasks are for when they name none, such as main.
 */
readonly default_branch?: string
/**
 * People and teams who triage and decide here.
 * 
 * @maxItems 1000
 * 
 * Items: A person or team.
 */
readonly maintainers?: string[]
/**
 * Names this project had elsewhere, such as launchpad:1834567; set once, by the import that brought it.
 * 
 * @maxItems 1000
 * 
 * Items: One alias: where it comes from, a colon, its name there.
 */
readonly aliases?: string[]
/**
 * Project groups it belongs to.
 * 
 * @maxItems 1000
 * 
 * Items: A group.
 */
readonly groups?: string[]
/**
 * Branches that take work, with their end of life.
 * 
 * @maxItems 1000
 * 
 * Items: One branch.
 */
readonly branches?: {
/**
 * The branch's name, such as stable/2026.1.
 */
readonly name: string
/**
 * The last day it takes work.
 */
readonly eol?: string
}[]
/**
 * True when nothing new is done here.
 */
readonly retired?: boolean
}

/**
 * A bug, a feature, or whatever else someone wants done; its work is in tasks, one per project and branch. Its status is derived from them.
 */
export interface StoryData {
/**
 * What is wrong or wanted, in one line.
 */
readonly title: string
/**
 * Who reported it.
 */
readonly author: string
/**
 * What kind of story it is: bug (the default), feature, vulnerability, or a type that tracker.yaml declares.
 */
readonly type?: string
/**
 * When it was reported, in UTC.
 */
readonly created: string
/**
 * How far triage has come: new (the default), incomplete (waiting for the reporter), confirmed, triaged, or rejected.
 */
readonly triage?: ("new" | "incomplete" | "confirmed" | "triaged" | "rejected")
/**
 * Free labels, lower case, one a line, sorted. Tags that tracker.yaml describes or reserves are listed there.
 * 
 * @maxItems 1000
 * 
 * Items: One tag.
 */
readonly tags?: string[]
/**
 * Names this story had elsewhere, such as launchpad:1834567; set once, by the import that brought it.
 * 
 * @maxItems 1000
 * 
 * Items: One alias: where it comes from, a colon, its name there.
 */
readonly aliases?: string[]
/**
 * The milestone it is planned for; tasks may name their own.
 */
readonly milestone?: string
/**
 * Stories or tasks that must be done first, by number.
 * 
 * @maxItems 1000
 * 
 * Items: The number of a story or task.
 */
readonly depends_on?: number[]
/**
 * The day it should be done by, such as 2026-03-01; it ends at 24:00 UTC.
 */
readonly due?: string
/**
 * The story this one repeats; it is closed in that one's favour.
 */
readonly duplicate_of?: number
/**
 * Stories or tasks that are worth reading beside this one, by number.
 * 
 * @maxItems 1000
 * 
 * Items: The number of a story or task.
 */
readonly related?: number[]
/**
 * CVE numbers assigned to it, such as CVE-2026-1234.
 * 
 * @maxItems 1000
 * 
 * Items: One CVE number.
 */
readonly cve?: string[]
/**
 * Pages elsewhere that belong to this story.
 * 
 * @maxItems 1000
 * 
 * Items: One page elsewhere.
 */
readonly links?: {
/**
 * Its address; https:// or http://.
 */
readonly url: string
/**
 * What is there, in a few words.
 */
readonly title?: string
}[]
/**
 * Files in the story's attachments/ folder that belong here, one entry each.
 * 
 * @maxItems 1000
 * 
 * Items: One attached file.
 */
readonly attachments?: {
/**
 * The file's name in attachments/, such as trace.log.
 */
readonly file: string
/**
 * What it shows, in a few words.
 */
readonly title?: string
/**
 * The branch a patch is for, such as stable/2026.1.
 */
readonly branch?: string
/**
 * True when the file is a patch that is proposed as a fix.
 */
readonly patch?: boolean
}[]
/**
 * True when only the tracker's team may change it or comment on it.
 */
readonly locked?: boolean
/**
 * Who may see it besides the tracker's team: people and teams.
 * 
 * @maxItems 1000
 * 
 * Items: A person or team.
 */
readonly access?: string[]
/**
 * When the embargo ends at the latest.
 */
readonly embargo_until?: string
/**
 * The hour at which it may be published.
 */
readonly disclose_at?: string
/**
 * The public commit that published it.
 */
readonly disclosed?: string
/**
 * How the reporter wishes to be named when it is published; empty for not at all.
 */
readonly reporter_credit?: string
}

/**
 * One piece of a story's work: on one project and branch, with a status of its own.
 */
export interface TaskData {
/**
 * The project the work is in, such as openstack/nova.
 */
readonly project: string
/**
 * Where the work stands: todo, inprogress, review, merged or invalid.
 */
readonly status: ("todo" | "inprogress" | "review" | "merged" | "invalid")
/**
 * The branch it is for; the project's default branch when empty.
 */
readonly branch?: string
/**
 * Who does it: a person or a team.
 */
readonly assignee?: string
/**
 * Who wrote the task.
 */
readonly author: string
/**
 * How urgent it is: critical, high, medium (the default), low or wishlist.
 */
readonly priority?: ("critical" | "high" | "medium" | "low" | "wishlist")
/**
 * When the task was written, in UTC.
 */
readonly created: string
/**
 * The milestone it is planned for; the story's when empty.
 */
readonly milestone?: string
/**
 * Stories or tasks that must be done first, by number.
 * 
 * @maxItems 1000
 * 
 * Items: The number of a story or task.
 */
readonly depends_on?: number[]
/**
 * The day it should be done by; the story's when empty.
 */
readonly due?: string
/**
 * Addresses of the reviews or commits that do the work.
 * 
 * @maxItems 1000
 * 
 * Items: One address.
 */
readonly changes?: string[]
/**
 * What is to be done here, when the story's title does not say it.
 */
readonly title?: string
/**
 * Why it is invalid: wontfix, duplicate, opinion, expired, postponed or a word of your own.
 */
readonly reason?: string
/**
 * How big it is, in the team's own measure.
 */
readonly points?: number
/**
 * Names this task had elsewhere, such as launchpad:1834567; set once, by the import that brought it.
 * 
 * @maxItems 1000
 * 
 * Items: One alias: where it comes from, a colon, its name there.
 */
readonly aliases?: string[]
}

/**
 * People who can be assigned work, review or be given access together.
 */
export interface TeamData {
/**
 * Its name for people.
 */
readonly title: string
/**
 * Names this team had elsewhere, such as launchpad:1834567; set once, by the import that brought it.
 * 
 * @maxItems 1000
 * 
 * Items: One alias: where it comes from, a colon, its name there.
 */
readonly aliases?: string[]
/**
 * Its people.
 * 
 * @maxItems 1000
 * 
 * Items: A person.
 */
readonly members?: string[]
/**
 * True when it is history.
 */
readonly archived?: boolean
}

/**
 * What a new story of one sort begins with; its body is the text to fill in.
 */
export interface TemplateData {
/**
 * What the template is called in menus.
 */
readonly title: string
/**
 * When to use it, in one line.
 */
readonly description?: string
/**
 * What kind of story it is: bug (the default), feature, vulnerability, or a type that tracker.yaml declares.
 */
readonly type?: string
/**
 * How far triage has come: new (the default), incomplete (waiting for the reporter), confirmed, triaged, or rejected.
 */
readonly triage?: ("new" | "incomplete" | "confirmed" | "triaged" | "rejected")
/**
 * Tags the new story begins with.
 * 
 * @maxItems 1000
 * 
 * Items: One tag.
 */
readonly tags?: string[]
/**
 * Projects the new story has a task for from the start.
 * 
 * @maxItems 1000
 * 
 * Items: A project.
 */
readonly projects?: string[]
/**
 * The priority of those tasks.
 */
readonly priority?: ("critical" | "high" | "medium" | "low" | "wishlist")
}

/**
 * tracker.yaml: the tracker's own configuration. A change of it is a change of its own.
 */
export interface TrackerData {
/**
 * The version of the file format: 1.
 */
readonly format: 1
/**
 * The tracker's name for people.
 */
readonly name: string
/**
 * Where its site is published, such as https://tracker.example.org.
 */
readonly url?: string
/**
 * Who may read it: public, or restricted to its team and those a story names.
 */
readonly visibility: ("public" | "restricted")
/**
 * The team that runs the tracker.
 */
readonly team?: string
/**
 * Where changes of this repository are reviewed.
 */
readonly review?: {
/**
 * The kind of review host: gerrit, github, gitlab, gitea or plain git.
 */
readonly host: ("gerrit" | "github" | "gitlab" | "gitea" | "plain")
/**
 * The repository's page on the review host, for links.
 */
readonly url?: string
/**
 * The git remote that proposals are pushed to; origin when empty.
 */
readonly remote?: string
/**
 * The branch that proposals are for; main when empty.
 */
readonly branch?: string
/**
 * What topics of proposals begin with.
 */
readonly topic?: string
/**
 * Where proposals and reports can be sent by mail.
 */
readonly mail?: string
}
/**
 * Story types beside bug, feature and vulnerability: each name with its title.
 */
readonly types?: {
/**
 * One type.
 */
[k: string]: {
/**
 * Its name for people.
 */
readonly title: string
/**
 * When to use it.
 */
readonly description?: string
}
}
/**
 * Tags that are explained, or that only one team may set.
 */
readonly tags?: {
/**
 * One tag.
 */
[k: string]: {
/**
 * What it means.
 */
readonly description?: string
/**
 * The only team that may set it.
 */
readonly reserved?: string
}
}
/**
 * Custom fields of stories and tasks: each name with what fits.
 */
readonly fields?: {
/**
 * One custom field.
 */
[k: string]: {
/**
 * The kinds that may carry it.
 * 
 * @minItems 1
 * @maxItems 1000
 * 
 * Items: story or task.
 */
readonly on: ("story" | "task")[]
/**
 * Its name for people.
 */
readonly title?: string
/**
 * What it is for.
 */
readonly description?: string
/**
 * What values fit: a small JSON Schema (type, enum, minimum, maximum, maxLength, items).
 */
readonly schema: {
/**
 * The type of the value.
 */
readonly type: ("string" | "integer" | "number" | "boolean" | "array")
/**
 * The values to choose from.
 * 
 * @minItems 1
 * @maxItems 200
 */
readonly enum?: (string | number)[]
/**
 * The smallest number.
 */
readonly minimum?: number
/**
 * The greatest number.
 */
readonly maximum?: number
/**
 * The fewest characters.
 */
readonly minLength?: number
/**
 * The most characters.
 */
readonly maxLength?: number
/**
 * The most items of a list.
 */
readonly maxItems?: number
/**
 * A regular expression for text; groups may not be repeated, so that it stays fast on any text.
 */
readonly pattern?: string
/**
 * A form of text the tracker knows.
 */
readonly format?: ("day" | "instant" | "url")
/**
 * What the items of a list must be.
 */
readonly items?: {
/**
 * The type of an item.
 */
readonly type: ("string" | "integer" | "number" | "boolean")
/**
 * The values to choose from.
 * 
 * @minItems 1
 * @maxItems 200
 */
readonly enum?: (string | number)[]
/**
 * The smallest number.
 */
readonly minimum?: number
/**
 * The greatest number.
 */
readonly maximum?: number
/**
 * The most characters.
 */
readonly maxLength?: number
}
}
}
}
/**
 * Who may change what without review, in order: the first rule that fits a change decides.
 * 
 * @maxItems 1000
 * 
 * Items: One rule.
 */
readonly policy?: {
/**
 * The kinds of record it is for; all when empty.
 */
readonly kind?: (string | string[])
/**
 * The fields it is for; all when empty. "+" stands for a new record, "-" for one that goes (an auto rule must name it), "body" for its text.
 * 
 * @maxItems 1000
 * 
 * Items: A field.
 */
readonly fields?: string[]
/**
 * The values it is for, as they were; all when empty. "none" stands for no value; of a list, the item that goes.
 * 
 * @maxItems 1000
 * 
 * Items: A value, or none.
 */
readonly from?: (string | number | boolean)[]
/**
 * The values it is for, as they become; all when empty. "none" stands for no value; of a list, the item that comes.
 * 
 * @maxItems 1000
 * 
 * Items: A value, or none.
 */
readonly to?: (string | number | boolean)[]
/**
 * The projects whose tasks it is for; all when empty. A trailing * stands for the rest of a name.
 * 
 * @maxItems 1000
 * 
 * Items: A project or the beginning of its name and *.
 */
readonly projects?: string[]
/**
 * Who: anyone, assignee, author, self (one's own person file, one's own name in affects), maintainer (of every project concerned), or team: and its name.
 */
readonly by?: string
/**
 * auto merges once validation passes, review needs a reviewer, deny refuses.
 */
readonly approval: ("auto" | "review" | "deny")
/**
 * Who must approve: maintainers, or team: and its name.
 */
readonly reviewers?: string
/**
 * Why, for the one who is refused.
 */
readonly reason?: string
}[]
/**
 * How reports by mail become proposals.
 */
readonly intake?: {
/**
 * The address that takes reports.
 */
readonly address?: string
/**
 * Whose name stands on reports by people the tracker does not know.
 */
readonly author?: string
}
/**
 * Of a restricted tracker: the address of its public sibling's site.
 */
readonly public?: string
/**
 * Of a public tracker: what to tell those who want to report something in private.
 */
readonly restricted?: string
}
