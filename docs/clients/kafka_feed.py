#!/usr/bin/env python3
"""Folds the topic partyline.feed and prints what users of one workspace may see now, then again at every change.

    kafka_feed.py BOOTSTRAP REGISTRY WORKSPACE USER... [--once]

Needs confluent_kafka and avro (Debian: python3-confluent-kafka, python3-avro, python3-requests).
"""
import sys

from confluent_kafka import OFFSET_BEGINNING, Consumer, KafkaError, KafkaException, TopicPartition
from confluent_kafka.avro import CachedSchemaRegistryClient
from confluent_kafka.avro.serializer.message_serializer import MessageSerializer

TOPIC = "partyline.feed"
END_OF_TIME = 2**63 - 1


class Feed:
    """One user's rows and the reading rule: this is the whole fold."""

    def __init__(self):
        self.records, self.lines, self.user = {}, {}, None

    def apply(self, kind, place, entry):
        """Takes a row: what its key says behind the user, and its value; None is a tombstone."""
        if kind == "user":
            self.user = entry and entry["user"]
        else:
            rows = self.lines if kind == "line" else self.records
            if entry is None:
                rows.pop(place, None)
            else:
                rows[place] = entry

    def visible(self):
        """Record rows that show, newest first: keys sort so."""
        if self.user is not None and not self.user["active"]:
            return []
        return [self.records[place] for place in sorted(self.records) if self.shows(place, self.records[place])]

    def shows(self, place, entry):
        if {"PARTICIPANT", "INBOX", "CONTACT_OWNER"} & set(entry["reasons"]):
            return True
        row = self.lines.get(entry["record"]["number"])
        if row is None or "ASSIGNEE" not in entry["reasons"] or not row["line"]["assigned"]:
            return False
        started_at = END_OF_TIME - int(place[:19])
        visible_from = row["line"]["visibleFrom"]
        return visible_from is None or visible_from <= started_at


def main(bootstrap, registry, workspace, users, once):
    values = MessageSerializer(CachedSchemaRegistryClient({"url": registry}))
    consumer = Consumer({
        "bootstrap.servers": bootstrap,
        "group.id": "unused",
        "enable.auto.commit": False,
        "isolation.level": "read_committed",
        "enable.partition.eof": True,
    })
    partitions = consumer.list_topics(TOPIC, timeout=10).topics[TOPIC].partitions
    consumer.assign([TopicPartition(TOPIC, each, OFFSET_BEGINNING) for each in partitions])
    feeds = {user: Feed() for user in users}
    behind, changed = set(partitions), True
    while True:
        message = consumer.poll(1)
        if message is None:
            continue
        if message.error():
            if message.error().code() != KafkaError._PARTITION_EOF:
                raise KafkaException(message.error())
            # The end of a partition: all that was committed has been read.
            behind.discard(message.partition())
            if changed and not behind:
                show(feeds)
                changed = False
                if once:
                    return
            continue
        of, user, kind, *place = message.key().decode().split("|", 3)
        if of == workspace and user in feeds:
            value = None if message.value() is None else values.decode_message(message.value())
            feeds[user].apply(kind, "".join(place), value)
            changed = True


def show(feeds):
    for user, feed in feeds.items():
        print(user + ":", *[entry["record"]["recordId"] for entry in feed.visible()], flush=True)


if __name__ == "__main__":
    arguments = [each for each in sys.argv[1:] if each != "--once"]
    if len(arguments) < 4:
        sys.exit(__doc__)
    main(*arguments[:3], arguments[3:], once="--once" in sys.argv)
