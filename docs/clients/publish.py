#!/usr/bin/env python3
"""Publishes changes and records to Partyline as an upstream system does: docs/publishing.md in Python.

    publish.py BOOTSTRAP REGISTRY SCHEMAS [PARTITIONER] < events

SCHEMAS is the directory of DirectoryChange.avsc and TelephonyRecord.avsc. Each line of the input is a JSON object: a change,
as in {"changeId": "c1", "workspaceId": "acme", "change": {"UserAssigned": {"number": "+12125550100", "userId": "ana"}}}, or
a record, its fields as TelephonyRecord.avsc has them, startedAt in milliseconds since the epoch.

Needs confluent_kafka and avro (Debian: python3-confluent-kafka, python3-avro, python3-requests).
"""
import io
import json
import pathlib
import struct
import sys
from datetime import datetime, timedelta, timezone

import avro.io
import avro.schema
from confluent_kafka import Producer
from confluent_kafka.avro import CachedSchemaRegistryClient

CHANGES, RECORDS = "partyline.changes", "partyline.records"
EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)


class Change(dict):
    """A change of this kind."""

    def __init__(self, kind, fields):
        super().__init__(fields)
        self.kind = kind


class Writer(avro.io.DatumWriter):
    """Picks a change's kind by its name. By its fields alone Avro would take a UserAssigned for a CallerIdRevoked."""

    def write_union(self, writers_schema, datum, encoder):
        if not isinstance(datum, Change):
            super().write_union(writers_schema, datum, encoder)
            return
        index = [each.name for each in writers_schema.schemas].index(datum.kind)
        encoder.write_long(index)
        self.write_data(writers_schema.schemas[index], datum, encoder)


class Upstream:
    def __init__(self, bootstrap, registry, schemas, partitioner="murmur2_random"):
        self.registry = CachedSchemaRegistryClient({"url": registry})
        self.schemas = {
            CHANGES: avro.schema.parse((schemas / "DirectoryChange.avsc").read_text()),
            RECORDS: avro.schema.parse((schemas / "TelephonyRecord.avsc").read_text()),
        }
        self.producer = Producer({
            "bootstrap.servers": bootstrap,
            # Each event once, in order, in all replicas; a change that is lost or overtaken is somebody's access.
            "enable.idempotence": True,
            "acks": "all",
            # As Java's clients do it. librdkafka's own default is another.
            "partitioner": partitioner,
            "compression.type": "lz4",
        })
        self.failed = None

    def change(self, change):
        self.send(CHANGES, change["workspaceId"], change)

    def record(self, record):
        self.send(RECORDS, record["number"], record)

    def send(self, topic, key, value):
        message = self.encode(topic, value)
        while True:
            try:
                self.producer.produce(topic, message, key, on_delivery=self.delivered)
                self.producer.poll(0)
                return
            except BufferError:
                self.producer.poll(1)

    def encode(self, topic, value):
        """The Confluent wire format: a zero byte, the schema's id, Avro."""
        schema = self.schemas[topic]
        message = io.BytesIO()
        message.write(struct.pack(">bI", 0, self.registry.register(topic + "-value", schema)))
        Writer(schema).write(value, avro.io.BinaryEncoder(message))
        return message.getvalue()

    def delivered(self, error, _message):
        self.failed = self.failed or error

    def close(self):
        """Waits until all is acknowledged, or says what was not."""
        self.producer.flush()
        if self.failed:
            raise RuntimeError("not published: " + str(self.failed))


def at(milliseconds):
    """Avro for Python writes datetimes alone."""
    return milliseconds if milliseconds is None else EPOCH + timedelta(milliseconds=milliseconds)


def main(bootstrap, registry, schemas, *partitioner):
    upstream = Upstream(bootstrap, registry, pathlib.Path(schemas), *partitioner)
    for line in sys.stdin:
        event = json.loads(line)
        if "changeId" in event:
            [(kind, fields)] = event["change"].items()
            upstream.change({**event, "occurredAt": at(event.get("occurredAt")), "change": Change(kind, fields)})
        else:
            upstream.record({**event, "startedAt": at(event["startedAt"])})
    upstream.close()


if __name__ == "__main__":
    if len(sys.argv) not in (4, 5):
        sys.exit(__doc__)
    main(*sys.argv[1:])
