package dev.partyline.api.embedded;

/**
 * The ports of an embedded Partyline, all on loopback. 0: a free one (Kafka's is then kept with the data and taken again
 * at the next start if it is still free).
 *
 * @param http the API
 * @param admin Dropwizard's metrics and health checks
 * @param kafka the broker
 * @param registry the schema registry
 */
public record EmbeddedPorts(int http, int admin, int kafka, int registry) {
    /** Free ports throughout. */
    public static final EmbeddedPorts EPHEMERAL = new EmbeddedPorts(0, 0, 0, 0);

    private static final int MAX_PORT = 65_535;

    public EmbeddedPorts {
        check("http", http);
        check("admin", admin);
        check("kafka", kafka);
        check("registry", registry);
    }

    private static void check(String name, int port) {
        if (port < 0 || port > MAX_PORT) {
            throw new IllegalArgumentException("the " + name + " port must be 0 to " + MAX_PORT + ", not " + port);
        }
    }
}
