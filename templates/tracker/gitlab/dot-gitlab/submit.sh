#!/bin/sh
# Merges the open merge requests that the tracker's policy approves by itself; .gitlab-ci.yml says when and with which variables.
# Each is fetched as git objects and read, never checked out and never run, and judged as its opener's.
set -eu

api="$CI_API_V4_URL/projects/$CI_PROJECT_ID/merge_requests"

call() {
  curl --fail-with-body --silent --show-error --header "PRIVATE-TOKEN: $STORYTREE_TOKEN" "$@"
}

# "number commit author" a line; a login is of letters, digits, "_", "-" and "."
list='const all = JSON.parse(require("node:fs").readFileSync(0, "utf8"));
for (const { iid, sha, draft, author } of all)
  if (!draft && /^[0-9]+$/.test(String(iid)) && /^[0-9a-f]{40,64}$/.test(sha ?? "") && /^[A-Za-z0-9_.-]+$/.test(author.username))
    console.log(iid, sha, author.username);'

status=0
waiting=$(call "$api?state=opened&target_branch=$CI_COMMIT_BRANCH&per_page=100&order_by=updated_at" | node -e "$list")
while read -r number commit author; do
  [ -n "$number" ] || continue
  git fetch --quiet --no-tags origin \
    "+refs/heads/$CI_COMMIT_BRANCH:refs/remotes/origin/target" "+refs/merge-requests/$number/head:refs/remotes/origin/proposal"
  if [ "$(git rev-parse refs/remotes/origin/proposal)" != "$commit" ]; then
    echo "!$number: changed while it was read, the next run looks again"
    continue
  fi
  base=$(git rev-parse refs/remotes/origin/target)
  approval=$($STORYTREE diff "$base..$commit" --actor "gitlab:$author" --format approval) || approval=unknown
  echo "!$number by $author: $approval"
  [ "$approval" = auto ] || continue
  $STORYTREE validate --base "$base" --rev "$commit" --actor "gitlab:$author" || continue
  # sha: what was judged is what is merged.
  call --request PUT --output /dev/null "$api/$number/merge?sha=$commit" || status=1
done <<END
$waiting
END
exit "$status"
