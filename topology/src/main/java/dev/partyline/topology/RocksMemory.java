package dev.partyline.topology;

import java.util.Map;
import java.util.Objects;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Cache;
import org.rocksdb.Env;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.Priority;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * The memory that all RocksDB stores of one engine share: without it each store of each partition takes its own, and the
 * sum grows with the partitions.
 */
final class RocksMemory implements AutoCloseable {
    private static final String KEY = "partyline.rocksdb.memory";
    private static final double WRITE_BUFFER_SHARE = 0.5;
    /** At once: small ones must not wait for large ones, or writes are slowed down. */
    private static final int COMPACTIONS = 4;

    private final Cache cache;
    private final WriteBufferManager writeBuffers;

    /** @param bytes for blocks and write buffers of all stores together */
    RocksMemory(long bytes) {
        RocksDB.loadLibrary();
        // Compactions come in bursts and nobody waits for them: stream threads go first. Flushes stay as they are.
        Env.getDefault().lowerThreadPoolCPUPriority(Priority.LOW);
        cache = new LRUCache(bytes);
        writeBuffers = new WriteBufferManager((long) (bytes * WRITE_BUFFER_SHARE), cache);
    }

    /** The Streams settings by which every store uses this memory. */
    Map<String, Object> config() {
        return Map.of("rocksdb.config.setter", Setter.class, KEY, this);
    }

    @Override
    public void close() {
        writeBuffers.close();
        cache.close();
    }

    /** Kafka Streams makes one per store. */
    public static final class Setter implements RocksDBConfigSetter {
        private static final long BLOCK_BYTES = 16 * 1024;
        /** A store takes this much once it has one row. By the megabyte, as is usual, 128 stores took all there is for writing. */
        private static final long ARENA_BYTES = 64 * 1024;

        private final BloomFilter filter = new BloomFilter();

        @Override
        public void setConfig(String store, Options options, Map<String, Object> config) {
            RocksMemory memory = (RocksMemory) Objects.requireNonNull(config.get(KEY), KEY);
            BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
            table.setBlockCache(memory.cache);
            table.setBlockSize(BLOCK_BYTES);
            table.setFilterPolicy(filter);
            table.setCacheIndexAndFilterBlocks(true);
            table.setPinTopLevelIndexAndFilter(true);
            options.setTableFormatConfig(table);
            options.setWriteBufferManager(memory.writeBuffers);
            options.setArenaBlockSize(ARENA_BYTES);
            // Here, because Kafka Streams sets it anew, to the number of processors, for each store that it opens.
            Env.getDefault().setBackgroundThreads(COMPACTIONS, Priority.LOW);
        }

        @Override
        public void close(String store, Options options) {
            filter.close();
        }
    }
}
