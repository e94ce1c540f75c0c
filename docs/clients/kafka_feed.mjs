#!/usr/bin/env node
// Folds the topic partyline.feed and prints what one user may see now, then again at every change.
//
//     node kafka_feed.mjs BOOTSTRAP REGISTRY WORKSPACE USER [--once]
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
  constructor(workspace, user) {
    this.prefix = `${workspace}|${user}|`
    this.records = new Map()
    this.lines = new Map()
    this.user = null
  }

  /** Takes a row; entry is null for a tombstone. False: it is another user's. */
  apply(key, entry) {
    if (!key.startsWith(this.prefix)) return false
    const [kind, ...rest] = key.slice(this.prefix.length).split('|')
    const place = rest.join('|')
    if (kind === 'user') {
      this.user = entry && entry.user
    } else {
      const rows = kind === 'line' ? this.lines : this.records
      if (entry === null) rows.delete(place)
      else rows.set(place, entry)
    }
    return true
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

const [bootstrap, registryUrl, workspace, user] = process.argv.slice(2)
const once = process.argv.includes('--once')
const kafka = new kafkajs.Kafka({brokers: bootstrap.split(','), logLevel: kafkajs.logLevel.ERROR})
const registry = new SchemaRegistry({host: registryUrl})
const feed = new Feed(workspace, user)

// kafkajs knows consumer groups alone: one of our own, never committed, that nobody joins again.
const consumer = kafka.consumer({groupId: `feed-${randomUUID()}`, readUncommitted: false})
await consumer.connect()
await consumer.subscribe({topics: [TOPIC], fromBeginning: true})
let quiet

/** Prints once nothing has come for a while: until all that was there is read, the fold is a part of the picture. */
function showSoon() {
  clearTimeout(quiet)
  quiet = setTimeout(show, 1000)
}

async function show() {
  console.log(feed.visible().map(entry => entry.record.recordId).join(' '))
  if (once) {
    await consumer.disconnect()
    process.exit(0)
  }
}

await consumer.run({
  autoCommit: false,
  eachMessage: async ({message: {key, value}}) => {
    const entry = value === null ? null : await registry.decode(value)
    if (feed.apply(key.toString(), entry)) showSoon()
  },
})
