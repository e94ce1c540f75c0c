#!/usr/bin/env node
// An inbox that follows one user's feed: docs/feeds.md in JavaScript, for Node 18 or later, and for browsers without the
// last lines.
//
//     inbox.mjs API WORKSPACE USER       with the caller's token in PARTYLINE_TOKEN, if one is asked for
//
// Prints the ids of the records that it shows, newest first, whenever they change.

class StartOver extends Error {}

/** The fold. */
class Inbox {
  records = new Map();
  lines = new Map();

  static key = ({ startedAt, recordId, number }) => JSON.stringify([startedAt, recordId, number]);

  shows({ reasons, record }) {
    if (reasons.length !== 1 || reasons[0] !== "ASSIGNEE") return true;
    const line = this.lines.get(record.number);
    return Boolean(line?.assigned && (line.visibleFrom ?? 0) <= record.startedAt);
  }

  take(event, data) {
    if (event === "record") this.records.set(Inbox.key(data.record), data);
    else if (event === "removed") this.records.delete(Inbox.key(data));
    else if (event === "line") {
      if (data.gone) this.lines.delete(data.number);
      else this.lines.set(data.number, data);
      for (const [key, entry] of this.records) if (!this.shows(entry)) this.records.delete(key);
    } else if (event === "reset" || (event === "closed" && data.reason === "deactivated")) {
      throw new StartOver(data.reason);
    }
  }

  ids() {
    const order = (a, b) => b.startedAt - a.startedAt || (a.recordId < b.recordId ? -1 : 1);
    return [...this.records.values()].map((entry) => entry.record).sort(order).map((record) => record.recordId);
  }
}

const pause = (seconds) => new Promise((done) => setTimeout(done, seconds * 1000));

export class Client {
  constructor(api, workspace, user, token, show) {
    this.feed = `${api}/v1/workspaces/${encodeURIComponent(workspace)}/users/${encodeURIComponent(user)}/feed`;
    this.headers = token ? { Authorization: `Bearer ${token}` } : {};
    this.show = show;
  }

  /** Reads the whole feed. The next page is told the resume of the one before, and its own holds for both. */
  async page(inbox) {
    let query = "?limit=1000";
    while (query) {
      const answer = await fetch(this.feed + query, { headers: this.headers });
      if (!answer.ok) throw new Error(`the page was refused: ${answer.status}`);
      const page = await answer.json();
      inbox.lines = new Map(page.lines.map((line) => [line.number, line]));
      for (const entry of page.records) inbox.take("record", entry);
      this.resume = page.resume;
      query = page.next && `?limit=1000&cursor=${page.next}&resume=${page.resume}`;
    }
  }

  /** Follows the stream to its end. */
  async stream(inbox) {
    const headers = { ...this.headers, "Last-Event-ID": this.resume };
    const answer = await fetch(`${this.feed}/stream`, { headers });
    if (answer.status === 403 || answer.status === 410) throw new StartOver(answer.statusText);
    if (answer.status === 429 || answer.status === 503) return pause(Number(answer.headers.get("Retry-After") ?? 1));
    if (!answer.ok) throw new Error(`the stream was refused: ${answer.status}`);
    const decoder = new TextDecoder();
    let text = "";
    for await (const chunk of answer.body) {
      text += decoder.decode(chunk, { stream: true });
      const events = text.split("\n\n");
      text = events.pop();
      for (const event of events) this.event(inbox, event);
    }
  }

  event(inbox, text) {
    const fields = Object.fromEntries(text.split("\n").map((line) => line.split(/: (.*)/s).slice(0, 2)));
    if (fields.data) {
      inbox.take(fields.event, JSON.parse(fields.data));
      this.show(inbox.ids());
    }
    this.resume = fields.id;
  }

  async follow() {
    for (;;) {
      const inbox = new Inbox();
      try {
        await this.page(inbox);
        this.show(inbox.ids());
        for (;;) {
          await this.stream(inbox).catch((failure) => {
            if (failure instanceof StartOver) throw failure;
            return pause(1);
          });
        }
      } catch (failure) {
        if (failure instanceof StartOver) this.show([]);
        await pause(1);
      }
    }
  }
}

let shown = "";
const print = (ids) => {
  const now = JSON.stringify(ids);
  if (now !== shown) console.log(now);
  shown = now;
};
const [api, workspace, user] = process.argv.slice(2);
await new Client(api, workspace, user, process.env.PARTYLINE_TOKEN, print).follow();
