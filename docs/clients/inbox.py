#!/usr/bin/env python3
"""An inbox that follows one user's feed: docs/feeds.md in Python's standard library.

    inbox.py API WORKSPACE USER        with the caller's token in PARTYLINE_TOKEN, if one is asked for

Prints the ids of the records that it shows, newest first, whenever they change.
"""
import json
import os
import sys
import time
import urllib.error
import urllib.parse
import urllib.request


class StartOver(Exception):
    """What is shown can no longer be followed from where it is."""


class Inbox:
    """The fold."""

    def __init__(self):
        self.records, self.lines = {}, {}

    @staticmethod
    def key(record):
        return (-record["startedAt"], record["recordId"], record["number"])

    def shows(self, entry):
        if entry["reasons"] != ["ASSIGNEE"]:
            return True
        line = self.lines.get(entry["record"]["number"])
        return bool(line and line["assigned"] and (line["visibleFrom"] or 0) <= entry["record"]["startedAt"])

    def take(self, event, data):
        if event == "record":
            self.records[self.key(data["record"])] = data
        elif event == "removed":
            self.records.pop(self.key(data), None)
        elif event == "line":
            if data.get("gone"):
                self.lines.pop(data["number"], None)
            else:
                self.lines[data["number"]] = data
            self.records = {key: entry for key, entry in self.records.items() if self.shows(entry)}
        elif event == "reset" or (event == "closed" and data["reason"] == "deactivated"):
            raise StartOver(data["reason"])


class Client:
    def __init__(self, api, workspace, user):
        self.feed = f"{api}/v1/workspaces/{urllib.parse.quote(workspace)}/users/{urllib.parse.quote(user)}/feed"
        self.shown = None

    def get(self, address, **headers):
        token = os.environ.get("PARTYLINE_TOKEN")
        if token:
            headers["Authorization"] = "Bearer " + token
        # A stream is never silent for longer than its heartbeats: silence means that the line is dead.
        return urllib.request.urlopen(urllib.request.Request(address, headers=headers), timeout=60)

    def show(self, inbox):
        shown = [inbox.records[key]["record"]["recordId"] for key in sorted(inbox.records)]
        if shown != self.shown:
            self.shown = shown
            print(json.dumps(shown), flush=True)

    def page(self, inbox):
        """Reads the whole feed. The next page is told the resume of the one before, and its own holds for both."""
        query = "?limit=1000"
        while query:
            with self.get(self.feed + query) as answer:
                page = json.load(answer)
            inbox.lines = {line["number"]: line for line in page["lines"]}
            for entry in page["records"]:
                inbox.take("record", entry)
            query = page["next"] and f"?limit=1000&cursor={page['next']}&resume={page['resume']}"
        return page["resume"]

    def stream(self, inbox, resume):
        """Follows the stream to its end."""
        event, data, point = "", "", resume
        with self.get(self.feed + "/stream", **{"Last-Event-ID": resume}) as answer:
            for line in answer:
                field, _, value = line.decode().rstrip("\n").partition(": ")
                if field == "id":
                    point = value
                elif field == "event":
                    event = value
                elif field == "data":
                    data = value
                elif field == "":
                    if data:
                        inbox.take(event, json.loads(data))
                        self.show(inbox)
                    self.resume, event, data = point, "", ""

    def follow(self):
        while True:
            inbox = Inbox()
            try:
                self.resume = self.page(inbox)
                self.show(inbox)
                while True:
                    self.reconnecting(inbox)
            except StartOver:
                self.show(Inbox())
            except urllib.error.HTTPError as refused:
                if refused.code not in (403, 410, 503):
                    raise
                time.sleep(1)
            except OSError:
                time.sleep(1)

    def reconnecting(self, inbox):
        try:
            self.stream(inbox, self.resume)
        except urllib.error.HTTPError as refused:
            if refused.code in (403, 410):
                raise StartOver(refused.reason) from refused
            if refused.code not in (429, 503):
                raise
            time.sleep(float(refused.headers.get("Retry-After", 1)))
        except OSError:
            time.sleep(1)


if __name__ == "__main__":
    Client(*sys.argv[1:4]).follow()
