package dev.partyline.api.http;

import dev.partyline.api.http.auth.AuthConfig;
import io.dropwizard.core.Configuration;
import io.dropwizard.core.server.DefaultServerFactory;
import io.dropwizard.jetty.ConnectorFactory;
import io.dropwizard.jetty.HttpConnectorFactory;
import io.dropwizard.jetty.HttpsConnectorFactory;
import io.dropwizard.request.logging.LogbackAccessRequestLogFactory;
import io.dropwizard.util.Duration;
import java.util.List;
import java.util.Optional;

/** The API's configuration: Dropwizard's own, and ours. */
public final class PartylineConfiguration extends Configuration {
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
        return listening(Listeners.onLoopback(port, adminPort), region, limits, auth);
    }

    /**
     * @param region two-letter country in whose way people write numbers without a +
     * @param auth whose tokens are taken
     */
    public static PartylineConfiguration listening(
            Listeners listeners, Optional<String> region, Limits limits, AuthConfig auth) {
        DefaultServerFactory server = new DefaultServerFactory();
        server.setApplicationConnectors(List.of(connector(listeners.api(), listeners.tls())));
        server.setAdminConnectors(List.of(connector(listeners.admin(), listeners.tls())));
        server.setShutdownGracePeriod(Duration.milliseconds(listeners.grace().toMillis()));
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

    private static ConnectorFactory connector(Listener listener, Optional<Tls> tls) {
        HttpConnectorFactory connector =
                tls.map(PartylineConfiguration::encrypted).orElseGet(HttpConnectorFactory::new);
        connector.setBindHost(listener.host());
        connector.setPort(listener.port());
        return connector;
    }

    private static HttpConnectorFactory encrypted(Tls tls) {
        HttpsConnectorFactory connector = new HttpsConnectorFactory();
        connector.setKeyStorePath(tls.keystore().toString());
        connector.setKeyStorePassword(tls.password());
        connector.setKeyStoreType(tls.type());
        // Clients check the certificate's name; a load balancer that passes TLS through may call the server by another.
        connector.setDisableSniHostCheck(true);
        return connector;
    }
}
