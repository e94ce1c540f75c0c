package dev.partyline.api.http;

import dev.partyline.api.http.auth.AuthenticationFilter;
import dev.partyline.api.http.auth.AuthorisationFilter;
import dev.partyline.api.http.json.ChangeJson;
import dev.partyline.api.http.json.CheckJson;
import dev.partyline.api.http.json.FieldForms;
import dev.partyline.api.http.json.PhoneNumbers;
import dev.partyline.api.http.json.RecordJson;
import dev.partyline.api.http.problem.ProblemErrorHandler;
import dev.partyline.api.http.problem.ProblemMapper;
import io.dropwizard.core.Application;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** The API as a Dropwizard application: which resource answers what, over which services. */
public final class PartylineApplication extends Application<PartylineConfiguration> {
    private final ApiServices services;

    public PartylineApplication(ApiServices services) {
        this.services = services;
    }

    /** Dropwizard would take logging over; logback.xml has it. Jersey's java.util.logging joins it. */
    @Override
    protected void bootstrapLogging() {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }

    @Override
    public String getName() {
        return "partyline";
    }

    @Override
    public void run(PartylineConfiguration configuration, Environment environment) {
        FieldForms forms = new FieldForms(new PhoneNumbers(configuration.region()));
        JerseyEnvironment jersey = environment.jersey();
        jersey.register(new ProblemMapper());
        jersey.register(new AuthenticationFilter(configuration.auth()));
        jersey.register(AuthorisationFilter.class);
        jersey.register(new BodyFilter(configuration.limits().bodyBytes()));
        jersey.register(KnownParametersFilter.class);
        services.peers().ifPresent(peers -> peers.register(jersey));
        jersey.register(new AtLeastFilter(services.queries(), AtLeastFilter.PATIENCE));
        registerReaders(jersey, new Parameters(forms));
        jersey.register(new CheckResource(
                services.queries(), new CheckJson(forms), new Parameters(forms), configuration.limits()));
        registerWriters(jersey, forms, configuration.limits());
        environment.healthChecks().register("engine", new EngineHealthCheck(services.health()));
        environment
                .admin()
                .addServlet("metrics", services.introspection().metrics())
                .addMapping("/metrics");
        environment.getApplicationContext().setErrorHandler(new ProblemErrorHandler());
    }

    private void registerReaders(JerseyEnvironment jersey, Parameters parameters) {
        jersey.register(new NumbersResource(services.queries(), parameters));
        jersey.register(new WorkspaceNumbersResource(services.queries(), parameters));
        jersey.register(new MembersResource(services.queries(), parameters));
        jersey.register(new UsersResource(services.queries(), parameters));
        jersey.register(new FeedDigestResource(services.queries(), parameters));
        jersey.register(new FeedResource(services.queries(), services.streams(), parameters));
        jersey.register(new FeedStreamResource(services.streams(), parameters));
        jersey.register(new DecisionsResource(services.queries(), parameters));
        jersey.register(new ExplainResource(services.queries(), parameters));
        jersey.register(new WalksResource(services.queries()));
        jersey.register(new InstancesResource(services.queries()));
        jersey.register(new TopologyResource(services.introspection()));
        jersey.register(new PresetsResource());
        jersey.register(new OpenApiResource());
        jersey.register(new HealthResource(services.health()));
    }

    private void registerWriters(JerseyEnvironment jersey, FieldForms forms, Limits limits) {
        Parameters parameters = new Parameters(forms);
        ChangeSubmission changes = new ChangeSubmission(services.intake(), services.queries());
        jersey.register(new ChangesResource(changes, new ChangeJson(forms), parameters, limits));
        RecordSubmission records = new RecordSubmission(services.intake(), new RecordJson(forms));
        jersey.register(new RecordsResource(records, parameters, limits));
    }
}
