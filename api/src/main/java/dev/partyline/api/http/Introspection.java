package dev.partyline.api.http;

import jakarta.servlet.Servlet;

/**
 * What the engine tells of itself.
 *
 * @param metrics the page that Prometheus scrapes, for the admin port
 * @param topology the topology that it runs, as Kafka Streams describes it
 * @param picture the same as SVG
 */
public record Introspection(Servlet metrics, String topology, String picture) {}
