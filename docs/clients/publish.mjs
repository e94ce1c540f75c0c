#!/usr/bin/env node
// Publishes changes and records to Partyline as an upstream system does: docs/publishing.md in JavaScript.
//
//     node publish.mjs BOOTSTRAP REGISTRY SCHEMAS [PARTITIONER] < events
//
// SCHEMAS is the directory of DirectoryChange.avsc and TelephonyRecord.avsc. Each line of the input is a JSON object: a
// change, as in {"changeId": "c1", "workspaceId": "acme", "change": {"UserAssigned": {"number": "+12125550100",
// "userId": "ana"}}}, or a record, its fields as TelephonyRecord.avsc has them, startedAt in milliseconds since the epoch.
//
// Needs npm install kafkajs @kafkajs/confluent-schema-registry.
import {readFileSync} from 'node:fs'
import {createInterface} from 'node:readline'
import {Kafka, Partitioners, logLevel} from 'kafkajs'
import {COMPATIBILITY, SchemaRegistry, SchemaType} from '@kafkajs/confluent-schema-registry'

const [CHANGES, RECORDS] = ['partyline.changes', 'partyline.records']
const NAMESPACE = 'dev.partyline.schema.'
const BATCH = 100

class Upstream {
  constructor(bootstrap, registryUrl, schemas, partitioner = 'DefaultPartitioner') {
    this.schemas = schemas
    this.registry = new SchemaRegistry({host: registryUrl})
    this.producer = new Kafka({brokers: bootstrap.split(','), logLevel: logLevel.ERROR}).producer({
      // Each event once, in order: a change that is lost or overtaken is somebody's access.
      idempotent: true,
      maxInFlightRequests: 1,
      // As Java's clients do it, since kafkajs 2.0. Before, and in LegacyPartitioner, keys lie elsewhere.
      createPartitioner: Partitioners[partitioner],
    })
  }

  async connect() {
    await this.producer.connect()
    this.ids = {
      [CHANGES]: await this.schemaId(`${CHANGES}-value`, 'DirectoryChange'),
      [RECORDS]: await this.schemaId(`${RECORDS}-value`, 'TelephonyRecord'),
    }
  }

  /** The library insists on the subject's level of compatibility when it registers: it is asked only when it must. */
  async schemaId(subject, name) {
    const schema = {type: SchemaType.AVRO, schema: readFileSync(`${this.schemas}/${name}.avsc`, 'utf8')}
    try {
      return await this.registry.getRegistryIdBySchema(subject, schema)
    } catch {
      return (await this.registry.register(schema, {subject, compatibility: COMPATIBILITY.BACKWARD_TRANSITIVE})).id
    }
  }

  /** Sends events in their order, and returns when all replicas have them. Wait for one call before the next. */
  async publish(events) {
    const messages = {[CHANGES]: [], [RECORDS]: []}
    for (const event of events) {
      const topic = 'changeId' in event ? CHANGES : RECORDS
      const key = topic === CHANGES ? event.workspaceId : event.number
      messages[topic].push({key, value: await this.registry.encode(this.ids[topic], written(event))})
    }
    const topicMessages = Object.entries(messages).map(([topic, each]) => ({topic, messages: each}))
    await this.producer.sendBatch({acks: -1, topicMessages: topicMessages.filter(each => each.messages.length > 0)})
  }

  async close() {
    await this.producer.disconnect()
  }
}

/** A change's kind is named in full: its fields alone do not tell a UserAssigned from a CallerIdRevoked. */
function written(event) {
  if (!('change' in event)) return event
  const [[kind, fields]] = Object.entries(event.change)
  return {...event, change: {[NAMESPACE + kind]: fields}}
}

const [bootstrap, registryUrl, schemas, partitioner] = process.argv.slice(2)
const upstream = new Upstream(bootstrap, registryUrl, schemas, partitioner)
await upstream.connect()
let events = []
for await (const line of createInterface({input: process.stdin})) {
  events.push(JSON.parse(line))
  if (events.length === BATCH) {
    await upstream.publish(events)
    events = []
  }
}
if (events.length > 0) await upstream.publish(events)
await upstream.close()
