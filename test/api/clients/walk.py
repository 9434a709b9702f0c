"""Walks every collection of the API as scripts do, with nothing but `requests`: by marker, by offset, whole; prints what it saw."""

import json
import sys

import requests

base = sys.argv[1].rstrip("/") + "/api/v1"
session = requests.Session()


def get(path, **params):
    response = session.get(base + path, params=params, timeout=60)
    response.raise_for_status()
    assert int(response.headers["Content-Length"]) > 0, path
    return response


def walk(path, size):
    found, marker = [], None
    while True:
        params = {"limit": size, **({"marker": marker} if marker else {})}
        page = get(path, **params).json()
        found += page
        if len(page) < size:
            return found
        marker = page[-1]["id"]


seen = {}
for name in sys.argv[2:]:
    whole = get("/" + name)
    items = whole.json()
    assert isinstance(items, list), name
    assert int(whole.headers["X-Total"]) == len(items), name
    assert [item["id"] for item in walk("/" + name, 7)] == [item["id"] for item in items], name
    for item in items[:5]:
        assert get("/%s/%s" % (name, item["id"])).json()["id"] == item["id"], name
    seen[name] = len(items)

# As the scripts of OpenStack's teams do.
assert get("/projects", name="lantern/compute").json()[0]["name"] == "lantern/compute"
board = get("/boards").json()[0]
for lane in get("/boards/%s" % board["id"]).json()["lanes"]:
    for item in lane["worklist"]["items"]:
        assert item[item["item_type"]]["id"] == item["item_id"]
story = get("/stories", status=["active", "merged"], limit=1, sort_field="updated_at", sort_dir="desc").json()[0]
assert isinstance(story["is_bug"], bool)
for event in get("/stories/%s/events" % story["id"]).json():
    if event["event_info"] is not None:
        assert isinstance(json.loads(event["event_info"]), dict)
refused = session.post(base + "/stories", json={"title": "No"}, timeout=60)
assert refused.status_code == 405 and "GET" in refused.headers["Allow"]
print(json.dumps(seen))
