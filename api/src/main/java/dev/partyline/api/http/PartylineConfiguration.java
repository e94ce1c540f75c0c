package dev.partyline.api.http;

import dev.partyline.api.http.auth.AuthConfig;
import io.dropwizard.core.Configuration;
import io.dropwizard.core.server.DefaultServerFactory;
import io.dropwizard.jetty.ConnectorFactory;
import io.dropwizard.jetty.HttpConnectorFactory;
import io.dropwizard.request.logging.LogbackAccessRequestLogFactory;
import io.dropwizard.util.Duration;
import java.util.List;
import java.util.Optional;

/** The API's configuration: Dropwizard's own, and ours. */
public final class PartylineConfiguration extends Configuration {
    private static final String LOOPBACK = "127.0.0.1";
    private static final Duration GRACE = Duration.seconds(2);

    private final Optional<String> region;
    private final Limits limits;
    private final AuthConfig auth;

    private PartylineConfiguration(Optional<String> region, Limits limits, AuthConfig auth) {
        this.region = region;
        this.limits = limits;
        this.auth = auth;
    }

    /**
     * Listens on loopback.
     *
     * @param port the API's; 0: a free one
     * @param adminPort that of metrics and health checks; 0: a free one
     * @param region two-letter country in whose way people write numbers without a +
     * @param auth whose tokens are taken
     */
    public static PartylineConfiguration onLoopback(
            int port, int adminPort, Optional<String> region, Limits limits, AuthConfig auth) {
        DefaultServerFactory server = new DefaultServerFactory();
        server.setApplicationConnectors(List.of(connector(port)));
        server.setAdminConnectors(List.of(connector(adminPort)));
        server.setShutdownGracePeriod(GRACE);
        server.setRegisterDefaultExceptionMappers(false);
        LogbackAccessRequestLogFactory noRequestLog = new LogbackAccessRequestLogFactory();
        noRequestLog.setAppenders(List.of());
        server.setRequestLogFactory(noRequestLog);
        PartylineConfiguration configuration = new PartylineConfiguration(region, limits, auth);
        configuration.setServerFactory(server);
        return configuration;
    }

    public Optional<String> region() {
        return region;
    }

    public Limits limits() {
        return limits;
    }

    public AuthConfig auth() {
        return auth;
    }

    private static ConnectorFactory connector(int port) {
        HttpConnectorFactory connector = new HttpConnectorFactory();
        connector.setBindHost(LOOPBACK);
        connector.setPort(port);
        return connector;
    }
}
