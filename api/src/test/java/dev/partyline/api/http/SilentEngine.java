package dev.partyline.api.http;

import jakarta.servlet.http.HttpServlet;

/** An engine that tells nothing of itself, for tests that do not ask. */
public final class SilentEngine {
    public static final Introspection INTROSPECTION =
            new Introspection(new HttpServlet() {}, "Topologies:", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");

    private SilentEngine() {}
}
