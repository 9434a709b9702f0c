// Where the review host shows a commit.

import { expect, test } from "vitest";
import type { TrackerData } from "../../src/model/generated/types.ts";
import { commitPage } from "../../src/site/review-pages.ts";

test.each([
  ["https://review.example/acme/tracker", "https://review.example/q/abc"],
  ["https://review.example/admin/repos/acme/tracker", "https://review.example/q/abc"],
  ["https://review.example/r/admin/repos/tracker", "https://review.example/r/q/abc"],
  ["https://review.example/code/gerrit/admin/repos/tracker", "https://review.example/code/gerrit/q/abc"],
  ["https://review.example/r/plugins/gitiles/tracker", "https://review.example/r/q/abc"],
  ["https://review.example/r/tracker", "https://review.example/r/q/abc"],
])("a Gerrit that has the repository at %s shows a commit at %s", (url, page) => {
  expect(commitPage({ review: { host: "gerrit", url } } as TrackerData, "abc")).toBe(page);
});
