#!/usr/bin/env node
// Folds the topic partyline.feed and prints what users of one workspace may see now, then again at every change.
//
//     node kafka_feed.mjs BOOTSTRAP REGISTRY WORKSPACE USER... [--once]
//
// Needs npm install kafkajs @kafkajs/confluent-schema-registry lz4js. (The feed is compressed with LZ4, which kafkajs leaves
// to a codec of one's choice.)
import {randomUUID} from 'node:crypto'
import kafkajs from 'kafkajs'
import lz4 from 'lz4js'
import {SchemaRegistry} from '@kafkajs/confluent-schema-registry'

kafkajs.CompressionCodecs[kafkajs.CompressionTypes.LZ4] = () => ({
  compress: async encoder => Buffer.from(lz4.compress(encoder.buffer)),
  decompress: async buffer => Buffer.from(lz4.decompress(buffer)),
})

const TOPIC = 'partyline.feed'
const END_OF_TIME = 2n ** 63n - 1n

/** One user's rows and the reading rule: this is the whole fold. */
class Feed {
  records = new Map()
  lines = new Map()
  user = null

  /** Takes a row: what its key says behind the user, and its value; null is a tombstone. */
  apply(kind, place, entry) {
    if (kind === 'user') {
      this.user = entry && entry.user
    } else {
      const rows = kind === 'line' ? this.lines : this.records
      if (entry === null) rows.delete(place)
      else rows.set(place, entry)
    }
  }

  /** Record rows that show, newest first: keys sort so. */
  visible() {
    if (this.user && !this.user.active) return []
    return [...this.records].sort(([a], [b]) => (a < b ? -1 : 1)).filter(row => this.shows(...row)).map(([, entry]) => entry)
  }

  shows(place, entry) {
    if (entry.reasons.some(reason => ['PARTICIPANT', 'INBOX', 'CONTACT_OWNER'].includes(reason))) return true
    const row = this.lines.get(entry.record.number)
    if (!row || !entry.reasons.includes('ASSIGNEE') || !row.line.assigned) return false
    const startedAt = END_OF_TIME - BigInt(place.slice(0, 19))
    return row.line.visibleFrom === null || BigInt(row.line.visibleFrom) <= startedAt
  }
}

const [bootstrap, registryUrl, workspace, ...users] = process.argv.slice(2).filter(argument => argument !== '--once')
const once = process.argv.includes('--once')
const kafka = new kafkajs.Kafka({brokers: bootstrap.split(','), logLevel: kafkajs.logLevel.ERROR})
const registry = new SchemaRegistry({host: registryUrl})
const feeds = new Map(users.map(user => [user, new Feed()]))

const admin = kafka.admin()
await admin.connect()
const offsets = await admin.fetchTopicOffsets(TOPIC)
await admin.disconnect()
const behind = new Set(offsets.filter(({low, high}) => low !== high).map(({partition}) => partition))
let changed = true

// kafkajs knows consumer groups alone: one of our own, never committed, that nobody joins again.
const consumer = kafka.consumer({groupId: `feed-${randomUUID()}`, readUncommitted: false})
consumer.on(consumer.events.END_BATCH_PROCESS, ({payload: {partition, offsetLag}}) => {
  // The end of a partition: all that was committed has been read.
  if (Number(offsetLag) <= 0) behind.delete(partition)
  showAtEnd()
})
await consumer.connect()
await consumer.subscribe({topics: [TOPIC], fromBeginning: true})
await consumer.run({
  autoCommit: false,
  eachMessage: async ({message: {key, value}}) => {
    const [of, user, kind, ...place] = key.toString().split('|')
    if (of !== workspace || !feeds.has(user)) return
    feeds.get(user).apply(kind, place.join('|'), value === null ? null : await registry.decode(value))
    changed = true
  },
})
showAtEnd()

function showAtEnd() {
  if (!changed || behind.size > 0) return
  changed = false
  for (const [user, feed] of feeds) {
    console.log([`${user}:`, ...feed.visible().map(entry => entry.record.recordId)].join(' '))
  }
  if (once) consumer.disconnect().then(() => process.exit(0))
}
