package dev.partyline.api.metrics;

import dev.partyline.topology.EngineMetrics;
import io.prometheus.metrics.exporter.servlet.jakarta.PrometheusMetricsServlet;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import jakarta.servlet.Servlet;
import java.util.function.Supplier;

/** The page that Prometheus scrapes: the engine's measurements and the virtual machine's. */
public final class MetricsServlet {
    private MetricsServlet() {}

    public static Servlet of(Supplier<EngineMetrics> engine) {
        PrometheusRegistry registry = new PrometheusRegistry();
        registry.register(new EngineCollector(engine));
        JvmMetrics.builder().register(registry);
        return new PrometheusMetricsServlet(registry);
    }
}
