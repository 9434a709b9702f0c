// Generated from schema/ by scripts/generate.mjs; do not edit.

/** What code asks of a schema. Pointers are patterns: a list's items stand as "*". */
export interface SchemaFacts {
  /** In canonical order. */
  readonly keys: readonly string[];
  readonly required: readonly string[];
  /** May be there without a value. */
  readonly nullable: readonly string[];
  /** Written even while empty. */
  readonly always: readonly string[];
  /** Changed day by day, so that edits of different ones must merge. */
  readonly daily: readonly string[];
  readonly immutable: readonly string[];
  /** Only in restricted trackers. */
  readonly restricted: readonly string[];
  /** Lists that are kept sorted. */
  readonly sorted: readonly string[];
  /** Keys whose value is a list. */
  readonly lists: readonly string[];
  /** Where instants and days stand, which are written without quotes. */
  readonly times: readonly string[];
  readonly references: readonly { readonly pointer: string; readonly ref: string }[];
  readonly formats: Readonly<Record<string, string>>;
  /** The keys of mappings inside. */
  readonly nested: Readonly<Record<string, readonly string[]>>;
  readonly enums: Readonly<Record<string, readonly string[]>>;
  /** What is not text: integer, number, boolean, object, array. */
  readonly types: Readonly<Record<string, string>>;
}

export const facts: Readonly<Record<"affects" | "board" | "comment" | "group" | "list" | "milestone" | "person" | "project" | "story" | "task" | "team" | "template" | "tracker", SchemaFacts>> = {
  "affects": {
    "keys": [
      "created"
    ],
    "required": [
      "created"
    ],
    "nullable": [],
    "always": [
      "created"
    ],
    "daily": [],
    "immutable": [
      "created"
    ],
    "restricted": [],
    "sorted": [],
    "lists": [],
    "references": [],
    "formats": {
      "/created": "instant"
    },
    "nested": {},
    "enums": {},
    "types": {},
    "times": [
      "/created"
    ]
  },
  "board": {
    "keys": [
      "title",
      "aliases",
      "owner",
      "archived",
      "lanes"
    ],
    "required": [
      "title"
    ],
    "nullable": [
      "aliases",
      "owner",
      "archived",
      "lanes"
    ],
    "always": [
      "title",
      "aliases",
      "owner",
      "archived",
      "lanes"
    ],
    "daily": [
      "title",
      "owner",
      "lanes"
    ],
    "immutable": [
      "aliases"
    ],
    "restricted": [],
    "sorted": [
      "aliases"
    ],
    "lists": [
      "aliases",
      "lanes"
    ],
    "references": [
      {
        "pointer": "/owner",
        "ref": "person-or-team"
      },
      {
        "pointer": "/lanes/*/list",
        "ref": "list"
      },
      {
        "pointer": "/lanes/*/items/*",
        "ref": "story-or-task"
      }
    ],
    "formats": {
      "/title": "title",
      "/aliases/*": "alias",
      "/owner": "name",
      "/lanes/*/title": "title",
      "/lanes/*/list": "name",
      "/lanes/*/query": "query"
    },
    "nested": {
      "/lanes/*": [
        "title",
        "list",
        "query",
        "items",
        "limit",
        "set"
      ]
    },
    "enums": {},
    "types": {
      "/aliases": "array",
      "/archived": "boolean",
      "/lanes": "array",
      "/lanes/*": "object",
      "/lanes/*/items": "array",
      "/lanes/*/items/*": "integer",
      "/lanes/*/limit": "integer",
      "/lanes/*/set": "object"
    },
    "times": []
  },
  "comment": {
    "keys": [
      "author",
      "in_reply_to",
      "attachments",
      "hidden",
      "disclose",
      "aliases"
    ],
    "required": [
      "author"
    ],
    "nullable": [
      "in_reply_to",
      "attachments",
      "hidden",
      "disclose",
      "aliases"
    ],
    "always": [
      "author"
    ],
    "daily": [],
    "immutable": [
      "author",
      "in_reply_to",
      "aliases"
    ],
    "restricted": [
      "disclose"
    ],
    "sorted": [
      "aliases"
    ],
    "lists": [
      "attachments",
      "aliases"
    ],
    "references": [
      {
        "pointer": "/author",
        "ref": "person"
      },
      {
        "pointer": "/in_reply_to",
        "ref": "comment"
      }
    ],
    "formats": {
      "/author": "person",
      "/in_reply_to": "comment",
      "/attachments/*/file": "file",
      "/attachments/*/title": "title",
      "/aliases/*": "alias"
    },
    "nested": {
      "/attachments/*": [
        "file",
        "title",
        "branch",
        "patch"
      ]
    },
    "enums": {},
    "types": {
      "/attachments": "array",
      "/attachments/*": "object",
      "/attachments/*/patch": "boolean",
      "/hidden": "boolean",
      "/disclose": "boolean",
      "/aliases": "array"
    },
    "times": []
  },
  "group": {
    "keys": [
      "title",
      "aliases",
      "projects",
      "archived"
    ],
    "required": [
      "title"
    ],
    "nullable": [
      "aliases",
      "projects",
      "archived"
    ],
    "always": [
      "title",
      "aliases",
      "projects"
    ],
    "daily": [
      "title",
      "projects"
    ],
    "immutable": [
      "aliases"
    ],
    "restricted": [],
    "sorted": [
      "aliases",
      "projects"
    ],
    "lists": [
      "aliases",
      "projects"
    ],
    "references": [
      {
        "pointer": "/projects/*",
        "ref": "project"
      }
    ],
    "formats": {
      "/title": "title",
      "/aliases/*": "alias",
      "/projects/*": "project"
    },
    "nested": {},
    "enums": {},
    "types": {
      "/aliases": "array",
      "/projects": "array",
      "/archived": "boolean"
    },
    "times": []
  },
  "list": {
    "keys": [
      "title",
      "aliases",
      "query",
      "owner",
      "sort",
      "archived",
      "items"
    ],
    "required": [
      "title"
    ],
    "nullable": [
      "aliases",
      "query",
      "owner",
      "sort",
      "archived",
      "items"
    ],
    "always": [
      "title",
      "aliases",
      "query",
      "owner",
      "sort",
      "archived",
      "items"
    ],
    "daily": [
      "title",
      "query",
      "sort",
      "items"
    ],
    "immutable": [
      "aliases"
    ],
    "restricted": [],
    "sorted": [
      "aliases"
    ],
    "lists": [
      "aliases",
      "items"
    ],
    "references": [
      {
        "pointer": "/owner",
        "ref": "person-or-team"
      },
      {
        "pointer": "/items/*",
        "ref": "story-or-task"
      }
    ],
    "formats": {
      "/title": "title",
      "/aliases/*": "alias",
      "/query": "query",
      "/owner": "name",
      "/sort": "sort"
    },
    "nested": {},
    "enums": {},
    "types": {
      "/aliases": "array",
      "/archived": "boolean",
      "/items": "array",
      "/items/*": "integer"
    },
    "times": []
  },
  "milestone": {
    "keys": [
      "title",
      "aliases",
      "date",
      "projects",
      "closed",
      "archived"
    ],
    "required": [
      "title"
    ],
    "nullable": [
      "aliases",
      "date",
      "projects",
      "closed",
      "archived"
    ],
    "always": [
      "title",
      "aliases",
      "date",
      "projects",
      "closed"
    ],
    "daily": [
      "title",
      "date",
      "closed"
    ],
    "immutable": [
      "aliases"
    ],
    "restricted": [],
    "sorted": [
      "aliases",
      "projects"
    ],
    "lists": [
      "aliases",
      "projects"
    ],
    "references": [
      {
        "pointer": "/projects/*",
        "ref": "project"
      }
    ],
    "formats": {
      "/title": "title",
      "/aliases/*": "alias",
      "/date": "day",
      "/projects/*": "project"
    },
    "nested": {},
    "enums": {},
    "types": {
      "/aliases": "array",
      "/projects": "array",
      "/closed": "boolean",
      "/archived": "boolean"
    },
    "times": [
      "/date"
    ]
  },
  "person": {
    "keys": [
      "name",
      "identities",
      "email",
      "watch",
      "disabled",
      "aliases"
    ],
    "required": [
      "name"
    ],
    "nullable": [
      "identities",
      "email",
      "watch",
      "disabled",
      "aliases"
    ],
    "always": [
      "name",
      "identities"
    ],
    "daily": [
      "name"
    ],
    "immutable": [
      "aliases"
    ],
    "restricted": [
      "email"
    ],
    "sorted": [
      "identities",
      "aliases"
    ],
    "lists": [
      "identities",
      "watch",
      "aliases"
    ],
    "references": [],
    "formats": {
      "/name": "title",
      "/identities/*": "identity",
      "/email": "email",
      "/watch/*/query": "query",
      "/aliases/*": "alias"
    },
    "nested": {
      "/watch/*": [
        "query",
        "level",
        "mute"
      ]
    },
    "enums": {
      "/watch/*/level": [
        "all",
        "discussion",
        "status"
      ]
    },
    "types": {
      "/identities": "array",
      "/watch": "array",
      "/watch/*": "object",
      "/watch/*/mute": "boolean",
      "/disabled": "boolean",
      "/aliases": "array"
    },
    "times": []
  },
  "project": {
    "keys": [
      "title",
      "repository",
      "team",
      "default_branch",
      "maintainers",
      "aliases",
      "groups",
      "branches",
      "retired"
    ],
    "required": [],
    "nullable": [
      "title",
      "repository",
      "team",
      "default_branch",
      "maintainers",
      "aliases",
      "groups",
      "branches",
      "retired"
    ],
    "always": [
      "title",
      "repository",
      "team",
      "default_branch",
      "maintainers",
      "aliases",
      "groups"
    ],
    "daily": [
      "title",
      "team",
      "maintainers",
      "groups"
    ],
    "immutable": [
      "aliases"
    ],
    "restricted": [],
    "sorted": [
      "maintainers",
      "aliases",
      "groups"
    ],
    "lists": [
      "maintainers",
      "aliases",
      "groups",
      "branches"
    ],
    "references": [
      {
        "pointer": "/team",
        "ref": "team"
      },
      {
        "pointer": "/maintainers/*",
        "ref": "person-or-team"
      },
      {
        "pointer": "/groups/*",
        "ref": "group"
      }
    ],
    "formats": {
      "/title": "title",
      "/repository": "url",
      "/team": "team",
      "/default_branch": "branch",
      "/maintainers/*": "name",
      "/aliases/*": "alias",
      "/groups/*": "name",
      "/branches/*/name": "branch",
      "/branches/*/eol": "day"
    },
    "nested": {
      "/branches/*": [
        "name",
        "eol"
      ]
    },
    "enums": {},
    "types": {
      "/maintainers": "array",
      "/aliases": "array",
      "/groups": "array",
      "/branches": "array",
      "/branches/*": "object",
      "/retired": "boolean"
    },
    "times": [
      "/branches/*/eol"
    ]
  },
  "story": {
    "keys": [
      "title",
      "author",
      "type",
      "created",
      "triage",
      "tags",
      "aliases",
      "milestone",
      "depends_on",
      "due",
      "duplicate_of",
      "related",
      "cve",
      "links",
      "attachments",
      "locked",
      "access",
      "embargo_until",
      "disclose_at",
      "disclosed",
      "reporter_credit"
    ],
    "required": [
      "title",
      "author",
      "created"
    ],
    "nullable": [
      "type",
      "triage",
      "tags",
      "aliases",
      "milestone",
      "depends_on",
      "due",
      "duplicate_of",
      "related",
      "cve",
      "links",
      "attachments",
      "locked",
      "access",
      "embargo_until",
      "disclose_at",
      "disclosed",
      "reporter_credit"
    ],
    "always": [
      "title",
      "author",
      "type",
      "created",
      "triage",
      "tags",
      "aliases",
      "milestone",
      "depends_on",
      "due"
    ],
    "daily": [
      "title",
      "type",
      "triage",
      "tags",
      "milestone",
      "due"
    ],
    "immutable": [
      "author",
      "created",
      "aliases"
    ],
    "restricted": [
      "access",
      "embargo_until",
      "disclose_at",
      "disclosed",
      "reporter_credit"
    ],
    "sorted": [
      "tags",
      "aliases",
      "depends_on",
      "related",
      "cve",
      "access"
    ],
    "lists": [
      "tags",
      "aliases",
      "depends_on",
      "related",
      "cve",
      "links",
      "attachments",
      "access"
    ],
    "references": [
      {
        "pointer": "/author",
        "ref": "person"
      },
      {
        "pointer": "/tags/*",
        "ref": "tag"
      },
      {
        "pointer": "/milestone",
        "ref": "milestone"
      },
      {
        "pointer": "/depends_on/*",
        "ref": "story-or-task"
      },
      {
        "pointer": "/duplicate_of",
        "ref": "story"
      },
      {
        "pointer": "/related/*",
        "ref": "story-or-task"
      },
      {
        "pointer": "/access/*",
        "ref": "person-or-team"
      }
    ],
    "formats": {
      "/title": "title",
      "/author": "person",
      "/type": "type",
      "/created": "instant",
      "/tags/*": "tag",
      "/aliases/*": "alias",
      "/milestone": "name",
      "/due": "day",
      "/cve/*": "cve",
      "/links/*/url": "url",
      "/links/*/title": "title",
      "/attachments/*/file": "file",
      "/attachments/*/title": "title",
      "/access/*": "name",
      "/embargo_until": "instant",
      "/disclose_at": "instant",
      "/disclosed": "commit",
      "/reporter_credit": "title"
    },
    "nested": {
      "/links/*": [
        "url",
        "title"
      ],
      "/attachments/*": [
        "file",
        "title",
        "branch",
        "patch"
      ]
    },
    "enums": {
      "/triage": [
        "new",
        "incomplete",
        "confirmed",
        "triaged",
        "rejected"
      ]
    },
    "types": {
      "/tags": "array",
      "/aliases": "array",
      "/depends_on": "array",
      "/depends_on/*": "integer",
      "/duplicate_of": "integer",
      "/related": "array",
      "/related/*": "integer",
      "/cve": "array",
      "/links": "array",
      "/links/*": "object",
      "/attachments": "array",
      "/attachments/*": "object",
      "/attachments/*/patch": "boolean",
      "/locked": "boolean",
      "/access": "array"
    },
    "times": [
      "/created",
      "/due",
      "/embargo_until",
      "/disclose_at"
    ]
  },
  "task": {
    "keys": [
      "project",
      "status",
      "branch",
      "assignee",
      "author",
      "priority",
      "created",
      "milestone",
      "depends_on",
      "due",
      "changes",
      "title",
      "reason",
      "points",
      "aliases"
    ],
    "required": [
      "project",
      "status",
      "author",
      "created"
    ],
    "nullable": [
      "branch",
      "assignee",
      "priority",
      "milestone",
      "depends_on",
      "due",
      "changes",
      "title",
      "reason",
      "points",
      "aliases"
    ],
    "always": [
      "project",
      "status",
      "branch",
      "assignee",
      "author",
      "priority",
      "created",
      "milestone",
      "depends_on",
      "due",
      "changes"
    ],
    "daily": [
      "status",
      "assignee",
      "priority",
      "milestone",
      "due",
      "changes"
    ],
    "immutable": [
      "author",
      "created",
      "aliases"
    ],
    "restricted": [],
    "sorted": [
      "depends_on",
      "changes",
      "aliases"
    ],
    "lists": [
      "depends_on",
      "changes",
      "aliases"
    ],
    "references": [
      {
        "pointer": "/project",
        "ref": "project"
      },
      {
        "pointer": "/branch",
        "ref": "branch"
      },
      {
        "pointer": "/assignee",
        "ref": "person-or-team"
      },
      {
        "pointer": "/author",
        "ref": "person"
      },
      {
        "pointer": "/milestone",
        "ref": "milestone"
      },
      {
        "pointer": "/depends_on/*",
        "ref": "story-or-task"
      }
    ],
    "formats": {
      "/project": "project",
      "/branch": "branch",
      "/assignee": "name",
      "/author": "person",
      "/created": "instant",
      "/milestone": "name",
      "/due": "day",
      "/changes/*": "url",
      "/title": "title",
      "/reason": "word",
      "/aliases/*": "alias"
    },
    "nested": {},
    "enums": {
      "/status": [
        "todo",
        "inprogress",
        "review",
        "merged",
        "invalid"
      ],
      "/priority": [
        "critical",
        "high",
        "medium",
        "low",
        "wishlist"
      ]
    },
    "types": {
      "/depends_on": "array",
      "/depends_on/*": "integer",
      "/changes": "array",
      "/points": "number",
      "/aliases": "array"
    },
    "times": [
      "/created",
      "/due"
    ]
  },
  "team": {
    "keys": [
      "title",
      "aliases",
      "members",
      "archived"
    ],
    "required": [
      "title"
    ],
    "nullable": [
      "aliases",
      "members",
      "archived"
    ],
    "always": [
      "title",
      "aliases",
      "members"
    ],
    "daily": [
      "title",
      "members"
    ],
    "immutable": [
      "aliases"
    ],
    "restricted": [],
    "sorted": [
      "aliases",
      "members"
    ],
    "lists": [
      "aliases",
      "members"
    ],
    "references": [
      {
        "pointer": "/members/*",
        "ref": "person"
      }
    ],
    "formats": {
      "/title": "title",
      "/aliases/*": "alias",
      "/members/*": "person"
    },
    "nested": {},
    "enums": {},
    "types": {
      "/aliases": "array",
      "/members": "array",
      "/archived": "boolean"
    },
    "times": []
  },
  "template": {
    "keys": [
      "title",
      "description",
      "type",
      "triage",
      "tags",
      "projects",
      "priority"
    ],
    "required": [
      "title"
    ],
    "nullable": [
      "description",
      "type",
      "triage",
      "tags",
      "projects",
      "priority"
    ],
    "always": [
      "title"
    ],
    "daily": [],
    "immutable": [],
    "restricted": [],
    "sorted": [
      "tags",
      "projects"
    ],
    "lists": [
      "tags",
      "projects"
    ],
    "references": [
      {
        "pointer": "/tags/*",
        "ref": "tag"
      },
      {
        "pointer": "/projects/*",
        "ref": "project"
      }
    ],
    "formats": {
      "/title": "title",
      "/description": "title",
      "/type": "type",
      "/tags/*": "tag",
      "/projects/*": "project"
    },
    "nested": {},
    "enums": {
      "/triage": [
        "new",
        "incomplete",
        "confirmed",
        "triaged",
        "rejected"
      ],
      "/priority": [
        "critical",
        "high",
        "medium",
        "low",
        "wishlist"
      ]
    },
    "types": {
      "/tags": "array",
      "/projects": "array"
    },
    "times": []
  },
  "tracker": {
    "keys": [
      "format",
      "name",
      "url",
      "visibility",
      "team",
      "review",
      "types",
      "tags",
      "fields",
      "policy",
      "intake",
      "public",
      "restricted"
    ],
    "required": [
      "format",
      "name",
      "visibility"
    ],
    "nullable": [
      "url",
      "team",
      "review",
      "types",
      "tags",
      "fields",
      "policy",
      "intake",
      "public",
      "restricted"
    ],
    "always": [],
    "daily": [],
    "immutable": [],
    "restricted": [],
    "sorted": [],
    "lists": [
      "policy"
    ],
    "references": [
      {
        "pointer": "/team",
        "ref": "team"
      },
      {
        "pointer": "/tags/*/reserved",
        "ref": "team"
      },
      {
        "pointer": "/intake/author",
        "ref": "person"
      }
    ],
    "formats": {
      "/name": "title",
      "/url": "url",
      "/team": "team",
      "/review/url": "url",
      "/review/mail": "email",
      "/types/*/title": "title",
      "/types/*/description": "title",
      "/tags/*/description": "title",
      "/tags/*/reserved": "team",
      "/fields/*/title": "title",
      "/fields/*/description": "title",
      "/policy/*/reason": "title",
      "/intake/address": "email",
      "/intake/author": "person",
      "/public": "url",
      "/restricted": "title"
    },
    "nested": {
      "/review": [
        "host",
        "url",
        "remote",
        "branch",
        "topic",
        "mail"
      ],
      "/types/*": [
        "title",
        "description"
      ],
      "/tags/*": [
        "description",
        "reserved"
      ],
      "/fields/*": [
        "on",
        "title",
        "description",
        "schema"
      ],
      "/fields/*/schema": [
        "type",
        "enum",
        "minimum",
        "maximum",
        "minLength",
        "maxLength",
        "maxItems",
        "pattern",
        "format",
        "items"
      ],
      "/fields/*/schema/items": [
        "type",
        "enum",
        "minimum",
        "maximum",
        "maxLength"
      ],
      "/policy/*": [
        "kind",
        "fields",
        "from",
        "to",
        "projects",
        "by",
        "approval",
        "reviewers",
        "reason"
      ],
      "/intake": [
        "address",
        "author"
      ]
    },
    "enums": {
      "/visibility": [
        "public",
        "restricted"
      ],
      "/review/host": [
        "gerrit",
        "github",
        "gitlab",
        "gitea",
        "plain"
      ],
      "/fields/*/on/*": [
        "story",
        "task"
      ],
      "/fields/*/schema/type": [
        "string",
        "integer",
        "number",
        "boolean",
        "array"
      ],
      "/fields/*/schema/format": [
        "day",
        "instant",
        "url"
      ],
      "/fields/*/schema/items/type": [
        "string",
        "integer",
        "number",
        "boolean"
      ],
      "/policy/*/approval": [
        "auto",
        "review",
        "deny"
      ]
    },
    "types": {
      "/review": "object",
      "/types": "object",
      "/types/*": "object",
      "/tags": "object",
      "/tags/*": "object",
      "/fields": "object",
      "/fields/*": "object",
      "/fields/*/on": "array",
      "/fields/*/schema": "object",
      "/fields/*/schema/enum": "array",
      "/fields/*/schema/minimum": "number",
      "/fields/*/schema/maximum": "number",
      "/fields/*/schema/minLength": "integer",
      "/fields/*/schema/maxLength": "integer",
      "/fields/*/schema/maxItems": "integer",
      "/fields/*/schema/items": "object",
      "/fields/*/schema/items/enum": "array",
      "/fields/*/schema/items/minimum": "number",
      "/fields/*/schema/items/maximum": "number",
      "/fields/*/schema/items/maxLength": "integer",
      "/policy": "array",
      "/policy/*": "object",
      "/policy/*/fields": "array",
      "/policy/*/from": "array",
      "/policy/*/to": "array",
      "/policy/*/projects": "array",
      "/intake": "object"
    },
    "times": []
  }
};
