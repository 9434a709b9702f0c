"""Synchronises as StoryBoard's terminal client does: the same requests in the same order, and every member it cannot do without."""

import datetime
import json
import sys
from urllib.parse import urlencode

import requests

base = sys.argv[1].rstrip("/") + "/api/v1/"
session = requests.Session()
asked = 0


def get(path):
    global asked
    asked += 1
    headers = {"Accept": "application/json", "Accept-Encoding": "gzip", "Authorization": "Bearer Any-Token=", "User-Agent": "Boartty/0 requests"}
    response = session.get(base + path, headers=headers, timeout=30)
    # Whatever is not 200 it takes for nothing at all, and stumbles over that.
    assert response.status_code == 200, (path, response.status_code, response.text[:200])
    return json.loads(response.text)


def moment(text):
    return None if text is None else datetime.datetime.fromisoformat(text).astimezone(datetime.timezone.utc)


assert len([int(part) for part in get("systeminfo")["version"].split("-")[0].split(".")]) == 3
own = get("users/self")["id"]
projects = {project["id"]: project["name"] for project in get("projects")}
users = {user["id"]: user["full_name"] for user in get("users")}
subscribed = {each["target_id"] for each in get("subscriptions?user_id=%s&target_type=project" % own)}
assert subscribed and subscribed <= set(projects)


def person(number):
    """Somebody it has not heard of it looks up."""
    if number is not None and number not in users:
        users[number] = get("users/%s" % number)["full_name"]


stories, tasks, events, comments = {}, {}, set(), {}


def sync_story(number, story=None):
    story = story or get("stories/%s" % number)
    assert all(story[name] is not None for name in ("id", "title", "description", "status")), story
    assert story["private"] is False and moment(story["created_at"]) and moment(story["updated_at"])
    person(story["creator_id"])
    stories[number] = story["title"]
    assert all(isinstance(tag["id"], int) and tag["name"] for tag in get("stories/%s/tags" % number))
    for task in get("stories/%s/tasks" % number):
        assert task["title"] and task["status"] and task["project_id"] in projects and "link" in task
        moment(task["created_at"])
        person(task["creator_id"])
        person(task["assignee_id"])
        tasks[task["id"]] = number
    for event in get("stories/%s/events" % number):
        assert event["event_type"] and event["id"] not in events
        assert event["event_info"] is None or isinstance(json.loads(event["event_info"]), dict)
        events.add(event["id"])
        moment(event["created_at"])
        person(event["author_id"])
        if "comment" in event:
            comments[event["comment"]["id"]] = event["comment"]["content"]
            assert event["comment"]["in_reply_to"] in (None, *comments)


def sync_project(number, **more):
    found = get("stories?%s" % urlencode({"project_id": number, **more}))
    for story in found:
        sync_story(story["id"], story)
    return len(found)


def sync_worklist(worklist):
    assert worklist["title"]
    moment(worklist["created_at"]), moment(worklist["updated_at"])
    person(worklist["creator_id"])
    for item in worklist["items"]:
        assert isinstance(item["id"], int) and isinstance(item["list_position"], int) and item["archived"] is False
        moment(item["created_at"]), moment(item["updated_at"])
        if item["item_type"] == "story" and item["item_id"] not in stories:
            sync_story(item["item_id"])
        if item["item_type"] == "task" and item["item_id"] not in tasks:
            sync_story(get("tasks/%s" % item["item_id"])["story_id"])
            assert item["item_id"] in tasks


lists = 0
for board in get("boards"):
    assert board["title"] and isinstance(board["description"], str)
    moment(board["created_at"]), moment(board["updated_at"])
    person(board["creator_id"])
    for lane in board["lanes"]:
        assert isinstance(lane["id"], int) and isinstance(lane["position"], int)
        moment(lane["created_at"]), moment(lane["updated_at"])
        sync_worklist(lane["worklist"])
        lists += 1
for worklist in get("worklists"):
    sync_worklist(worklist)
    lists += 1
events.clear()
for number in sorted(subscribed)[:3]:
    if sync_project(number):
        # Later it asks for what has changed since, with a blank in the time.
        assert sync_project(number, updated_since="2027-01-01 00:00:00.123456+00:00") == 0
    events.clear()

print(json.dumps({"asked": asked, "stories": len(stories), "tasks": len(tasks), "comments": len(comments), "lists": lists}))
