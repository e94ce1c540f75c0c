package dev.partyline.api.http;

import io.dropwizard.core.setup.Environment;
import jakarta.ws.rs.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.glassfish.jersey.server.ResourceConfig;

/** Everything that can be asked of the API, as it is registered. */
final class Endpoints {
    private Endpoints() {}

    static List<Endpoint> of(PartylineConfiguration configuration, ApiServices services) {
        Environment environment = new Environment("endpoints");
        new PartylineApplication(services).run(configuration, environment);
        ResourceConfig registered = environment.jersey().getResourceConfig();
        return Stream.concat(registered.getInstances().stream().map(Object::getClass), registered.getClasses().stream())
                .filter(type -> type.isAnnotationPresent(Path.class))
                .flatMap(Endpoint::of)
                .sorted(Comparator.comparing(Endpoint::name))
                .toList();
    }
}
