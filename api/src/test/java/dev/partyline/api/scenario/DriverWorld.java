package dev.partyline.api.scenario;

import dev.partyline.api.http.ApiServer;
import dev.partyline.api.http.ApiServices;
import dev.partyline.api.http.Limits;
import dev.partyline.api.http.PartylineConfiguration;
import dev.partyline.api.http.ServiceHealth;
import dev.partyline.api.http.SilentEngine;
import dev.partyline.api.http.auth.TokenMint;
import dev.partyline.api.stream.FakeStreams;
import dev.partyline.schemas.serde.AvroSerdes;
import dev.partyline.schemas.topic.PartitionGroup;
import dev.partyline.schemas.topic.Topics;
import dev.partyline.topology.query.StoreQueries;
import dev.partyline.topology.wiring.EngineCounters;
import dev.partyline.topology.wiring.Wiring;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The whole topology in Kafka's driver, without Kafka, behind the HTTP API: nothing is ever under way. */
final class DriverWorld implements World {
    private final DrivenEngine engine;
    private final TokenMint tokens = new TokenMint("a secret that is known to scenarios alone");
    private final ApiServer api;

    DriverWorld(Path stateDirectory) {
        Wiring wiring = new Wiring(
                new Topics(Topics.DEFAULT_PREFIX),
                new AvroSerdes(AvroSerdes.DEFAULT_SERDE, Map.of("schema.registry.url", "mock://scenarios")),
                Map.of(PartitionGroup.WORKSPACE, 1, PartitionGroup.NUMBER, 1, PartitionGroup.USER, 1),
                new EngineCounters());
        engine = new DrivenEngine(wiring, stateDirectory);
        StoreQueries queries = new StoreQueries(engine, wiring);
        api = ApiServer.start(
                PartylineConfiguration.onLoopback(0, 0, Optional.empty(), Limits.DEFAULT, tokens.config()),
                new ApiServices(
                        queries,
                        engine,
                        new FakeStreams(),
                        () -> new ServiceHealth(true, "RUNNING", 0, 0, 0, 0),
                        SilentEngine.INTROSPECTION));
    }

    @Override
    public URI api() {
        return api.uri();
    }

    @Override
    public TokenMint tokens() {
        return tokens;
    }

    @Override
    public void settle() {
        // The driver has settled before a request is answered.
    }

    @Override
    public Duration patience() {
        return Duration.ZERO;
    }

    @Override
    public List<String> told(String feedKey) {
        return engine.told(feedKey);
    }

    @Override
    public void close() {
        api.close();
        engine.close();
    }
}
