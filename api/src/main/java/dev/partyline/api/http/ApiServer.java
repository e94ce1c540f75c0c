package dev.partyline.api.http;

import dev.partyline.api.http.problem.ProblemErrorHandler;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import java.net.URI;
import org.eclipse.jetty.server.NetworkConnector;
import org.eclipse.jetty.server.Server;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The API on its ports, started without Dropwizard's command line, for programs that hold it among other parts. */
public final class ApiServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ApiServer.class);

    private static final String SSL = "ssl";

    private final Server server;

    private ApiServer(Server server) {
        this.server = server;
    }

    /**
     * Starts the API and returns when it takes requests.
     *
     * @throws IllegalStateException when it cannot, most often because a port is taken
     */
    public static ApiServer start(PartylineConfiguration configuration, ApiServices services) {
        PartylineApplication application = new PartylineApplication(services);
        Bootstrap<PartylineConfiguration> bootstrap = new Bootstrap<>(application);
        application.initialize(bootstrap);
        Environment environment = environment(bootstrap, configuration);
        configuration.getServerFactory().configure(environment);
        application.run(configuration, environment);
        Server server = configuration.getServerFactory().build(environment);
        server.setErrorHandler(new ProblemErrorHandler());
        server.setStopAtShutdown(false); // whoever started it stops it, before what it stands on
        startOrStop(server);
        return new ApiServer(server);
    }

    /** The API, without a slash at the end. */
    public URI uri() {
        return uri(0);
    }

    /** Dropwizard's admin pages, without a slash at the end. */
    public URI adminUri() {
        return uri(1);
    }

    /** Ends, after a short grace for requests under way. */
    @Override
    public void close() {
        stop(server);
    }

    private static Environment environment(
            Bootstrap<PartylineConfiguration> bootstrap, PartylineConfiguration configuration) {
        return new Environment(
                bootstrap.getApplication().getName(),
                bootstrap.getObjectMapper(),
                bootstrap.getValidatorFactory(),
                bootstrap.getMetricRegistry(),
                bootstrap.getClassLoader(),
                bootstrap.getHealthCheckRegistry(),
                configuration);
    }

    private static void startOrStop(Server server) {
        try {
            server.start();
        } catch (Exception e) {
            stop(server);
            throw new IllegalStateException("the API does not start: " + e.getMessage(), e);
        }
    }

    private static void stop(Server server) {
        try {
            server.stop();
        } catch (Exception e) {
            LOG.warn("the API did not stop cleanly", e);
        }
    }

    private URI uri(int connector) {
        NetworkConnector bound = (NetworkConnector) server.getConnectors()[connector];
        boolean encrypted = bound.getProtocols().stream().anyMatch(SSL::equalsIgnoreCase);
        return URI.create((encrypted ? "https://" : "http://") + bound.getHost() + ":" + bound.getLocalPort());
    }
}
