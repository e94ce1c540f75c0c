package dev.partyline.api.http;

import com.codahale.metrics.health.HealthCheck;
import java.util.function.Supplier;

/** Dropwizard's view of the engine, on the admin port. */
final class EngineHealthCheck extends HealthCheck {
    private final Supplier<ServiceHealth> health;

    EngineHealthCheck(Supplier<ServiceHealth> health) {
        this.health = health;
    }

    @Override
    protected Result check() {
        ServiceHealth now = health.get();
        ResultBuilder result = Result.builder()
                .withMessage(now.state())
                .withDetail("deadLetters", now.deadLetters())
                .withDetail("moved", now.moved())
                .withDetail("walks", now.walks())
                .withDetail("untold", now.untold());
        return now.ready() ? result.healthy().build() : result.unhealthy().build();
    }
}
