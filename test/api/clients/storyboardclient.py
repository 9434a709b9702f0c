"""Asks as StoryBoard's Python library does: its managers and their nested ones, its addresses, and the members that its objects have."""

import json
import sys

import requests

base = sys.argv[1].rstrip("/") + "/api/v1"
session = requests.Session()

# What the objects of each resource have beside id, created_at and updated_at, and under which names their nested managers lie.
members = {
    "branches": "name project_id expired expiration_date autocreated",
    "tasks": "title status creator_id story_id project_id assignee_id branch_id milestone_id priority link",
    "teams": "name",
    "projects": "name description is_active autocreate_branches repo_url team_id",
    "project_groups": "name title",
    "stories": "title description is_bug creator_id status tags story_type_id private",
    "users": "full_name openid is_superuser last_login enable_login",
    "subscription_events": "subscriber_id author_id event_type event_info",
    "subscriptions": "user_id target_type target_id",
    "tags": "name",
    "milestones": "name branch_id expired expiration_date",
    "worklists": "title creator_id project_id private archived automatic filters users owners items",
    "boards": "title description creator_id project_id private archived",
    "due_dates": "name date private creator_id tasks stories",
}
nested = {
    "teams": {"users": ("users", members["users"])},
    "project_groups": {"projects": ("projects", members["projects"])},
    "stories": {
        "tasks": ("tasks", members["tasks"]),
        "comments": ("comments", "content is_active"),
        "events": ("events", "event_type event_info story_id author_id comment_id"),
        "tags_manager": ("tags", members["tags"]),
    },
    "users": {"user_preferences": ("preferences", None), "user_tokens": ("tokens", "user_id access_token expires_in")},
    "worklists": {"list_filters": ("filters", "filter_criteria list_id type")},
}
# What every object can do: a member of that name would take its place.
abilities = {"manager", "get", "is_loaded", "set_loaded", "to_dict", "human_id", "HUMAN_ID", "NAME_ATTR"}


def get(path):
    # No token, no header; what follows the question mark is not encoded.
    response = session.get(base + path, headers={"User-Agent": "storyboardclient._apiclient"}, timeout=30)
    assert response.status_code < 400, (path, response.status_code, response.text[:200])
    return response.json()


def check(name, item, wanted):
    times = "" if name == "filters" else "created_at updated_at "
    missing = [each for each in ("id " + times + wanted).split() if each not in item]
    assert not missing, (name, missing)
    hidden = set(item) & (abilities | set(nested.get(name, {})))
    assert not hidden, (name, hidden)


seen = {}
assert get("/systeminfo")["version"]
for name, wanted in members.items():
    items = get("/" + name)
    assert isinstance(items, list), name
    seen[name] = len(items)
    for item in items:
        check(name, item, wanted)
    for item in items[:3]:
        whole = get("/%s/%s" % (name, item["id"]))
        check(name, whole, wanted)
        for key, inner in nested.get(name, {}).values():
            found = get("/%s/%s/%s" % (name, item["id"], key))
            assert isinstance(found, dict if inner is None else list), (name, key)
            for each in found if inner else ():
                check(key, each, inner)
                assert key == "filters" or get("/%s/%s" % (name, item["id"])) == whole
                if name in ("stories", "worklists"):
                    path = "/%s/%s/%s/%s" % (name, item["id"], key, each["id"])
                    assert key == "tags" or get(path)["id"] == each["id"], path

story = get("/stories?limit=1")[0]
assert [each["id"] for each in get("/stories?title=%s" % story["title"])].count(story["id"]) == 1
assert get("/projects?name=lantern/compute&limit=5")[0]["name"] == "lantern/compute"
for path in ("/stories/99999999", "/projects/none/such"):
    response = session.get(base + path, timeout=30)
    assert response.status_code == 404 and response.json()["faultstring"], path
refused = session.put(base + "/tasks/1", json={"status": "merged"}, headers={"Authorization": "Bearer x"}, timeout=30)
assert refused.status_code == 405 and "propose" in refused.json()["faultstring"]
print(json.dumps(seen))
