package dev.partyline.api.http;

import dev.partyline.api.intake.Intake;
import dev.partyline.topology.query.Queries;
import java.util.function.Supplier;

/**
 * What the API stands on.
 *
 * @param queries what readers may ask
 * @param intake where changes and records go
 * @param health how the engine is at the moment of the call; must not block
 * @param introspection what the engine tells of itself
 */
public record ApiServices(
        Queries queries, Intake intake, Supplier<ServiceHealth> health, Introspection introspection) {}
