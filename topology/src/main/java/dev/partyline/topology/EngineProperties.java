package dev.partyline.topology;

import dev.partyline.schemas.topic.Topics;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.StreamsConfig;

/** What Kafka Streams is told, unless the configuration says otherwise. */
final class EngineProperties {
    private static final int COMMIT_MILLIS = 100;
    /** A walk's slices run between polls, so an idle thread must not block in one for long. */
    private static final int POLL_MILLIS = 10;

    /** Nobody reads what is not committed, so batches wait for the commit: fewer of them, and none overtakes the first. */
    private static final int LINGER_MILLIS = COMMIT_MILLIS;

    private static final int BATCH_BYTES = 128 * 1024;
    /** As little as one message may need; that less helps is not shown: docs/decisions/0026. */
    private static final long BUFFER_BYTES = Topics.MAX_MESSAGE_BYTES;

    private static final long CACHE_BYTES = 32L * 1024 * 1024;

    private static final String STATIC_MEMBER =
            StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);

    private EngineProperties() {}

    static Properties of(EngineConfig config, RocksMemory memory) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, config.applicationId());
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, config.bootstrapServers());
        properties.put(StreamsConfig.STATE_DIR_CONFIG, config.stateDirectory().toString());
        properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, config.threads());
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        properties.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, COMMIT_MILLIS);
        properties.put(StreamsConfig.POLL_MS_CONFIG, POLL_MILLIS);
        properties.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, CACHE_BYTES);
        properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), LINGER_MILLIS);
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), BATCH_BYTES);
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.BUFFER_MEMORY_CONFIG), BUFFER_BYTES);
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), Topics.MAX_MESSAGE_BYTES);
        properties.put(StreamsConfig.topicPrefix(TopicConfig.MAX_MESSAGE_BYTES_CONFIG), Topics.MAX_MESSAGE_BYTES);
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        config.applicationServer()
                .ifPresent(address -> properties.put(StreamsConfig.APPLICATION_SERVER_CONFIG, address));
        properties.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, config.standbys());
        properties.putAll(memory.config());
        properties.putAll(config.kafka());
        return properties;
    }

    /** Of a consumer that reads what is committed, and belongs to no group. */
    static Map<String, Object> reader(Properties properties, String clientId) {
        return new StreamsConfig(properties).getRestoreConsumerConfigs(clientId);
    }

    /** Who stops leaves, so that nobody waits for them; a static member is expected back, and keeps its tasks. */
    static GroupMembershipOperation atEnd(EngineConfig config) {
        boolean named = config.kafka().containsKey(STATIC_MEMBER);
        return named ? GroupMembershipOperation.REMAIN_IN_GROUP : GroupMembershipOperation.LEAVE_GROUP;
    }
}
