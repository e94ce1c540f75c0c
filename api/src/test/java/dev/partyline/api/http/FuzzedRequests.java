package dev.partyline.api.http;

import dev.partyline.api.http.auth.Scope;
import dev.partyline.api.http.auth.TokenMint;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Requests to every endpoint that are right but for some garbage: in the path, the query, a header, the body, its end. */
final class FuzzedRequests {
    private static final Pattern JSON_VALUE =
            Pattern.compile(":(\"[^\"]*\"|-?[0-9]+|true|false|null|\\[[^\\]]*]|\\{[^}]*})");

    private static final List<String> HEADERS = List.of(
            "Accept", "Accept-Encoding", "Last-Event-ID", "Partyline-At-Least", "Range", "If-None-Match", "Cookie");

    private final Random random;
    private final Garbage garbage;
    private final List<Endpoint> endpoints;
    private final List<String> tokens;

    FuzzedRequests(long seed, List<Endpoint> endpoints, TokenMint mint) {
        this.random = new Random(seed);
        this.garbage = new Garbage(random);
        this.endpoints = endpoints;
        Duration aDay = Duration.ofDays(1);
        this.tokens = List.of(
                mint.mint("acme", "ana", Set.of(Scope.OPS, Scope.INGEST), aDay),
                mint.mint("acme", "ana", Set.of(Scope.INBOX), aDay));
    }

    /** A request; {@code last}: its body ends before it should, so that the connection is of no more use. */
    record Request(Endpoint endpoint, byte[] bytes, boolean last) {}

    Request next() {
        Endpoint endpoint = garbage.pick(endpoints);
        boolean hasBody = endpoint.verb().equals("POST");
        byte[] body = hasBody ? body(endpoint.path()) : new byte[0];
        boolean cut = hasBody && body.length > 0 && oneIn(20);
        StringBuilder head = new StringBuilder(endpoint.verb())
                .append(' ')
                .append(endpoint.at(name -> or(5, GoodRequests.parameter(name), garbage::inAddress)))
                .append(query(endpoint))
                .append(" HTTP/1.1\r\nHost: localhost\r\n");
        header(head, "Authorization", or(30, "Bearer " + garbage.pick(tokens), garbage::text));
        if (hasBody) {
            header(head, "Content-Type", or(30, "application/json", garbage::text));
        }
        if (oneIn(20)) {
            header(head, garbage.pick(HEADERS), garbage.text());
        }
        return new Request(endpoint, whole(head, body, cut, hasBody && oneIn(10)), cut);
    }

    private byte[] whole(StringBuilder head, byte[] body, boolean cut, boolean chunked) {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        head.append(chunked ? "Transfer-Encoding: chunked\r\n\r\n" : "Content-Length: " + body.length + "\r\n\r\n");
        if (chunked && body.length > 0) {
            head.append(Integer.toHexString(body.length)).append("\r\n");
        }
        request.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        request.write(body, 0, cut ? random.nextInt(body.length) : body.length);
        if (chunked && !cut) {
            request.writeBytes((body.length > 0 ? "\r\n0\r\n\r\n" : "0\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
        }
        return request.toByteArray();
    }

    private String query(Endpoint endpoint) {
        StringBuilder query = new StringBuilder();
        for (String name : endpoint.queryParameters()) {
            if (name.equals("wait") || !oneIn(3)) {
                append(query, name, or(3, GoodRequests.parameter(name), garbage::inAddress));
            }
        }
        if (oneIn(30)) {
            append(query, or(2, "limit", garbage::inAddress), garbage.inAddress());
        }
        return query.toString();
    }

    private static void append(StringBuilder query, String name, String value) {
        query.append(query.isEmpty() ? '?' : '&').append(name).append('=').append(value);
    }

    private byte[] body(String path) {
        String good = garbage.pick(GoodRequests.bodies(path));
        return switch (random.nextInt(6)) {
            case 0 -> good.getBytes(StandardCharsets.UTF_8);
            case 1 -> garbage.damaged(good.getBytes(StandardCharsets.UTF_8));
            case 2 -> garbage.json().getBytes(StandardCharsets.UTF_8);
            case 3 -> garbage.bytes(random.nextInt(random.nextInt(30_000) + 1));
            default -> replaced(good).getBytes(StandardCharsets.UTF_8);
        };
    }

    /** One or more of its values replaced. */
    private String replaced(String json) {
        String replaced = json;
        for (int times = 1 + random.nextInt(2); times > 0; times--) {
            List<String> values = JSON_VALUE
                    .matcher(replaced)
                    .results()
                    .map(each -> each.group(1))
                    .toList();
            if (!values.isEmpty()) {
                replaced = replaced.replace(":" + garbage.pick(values), ":" + garbage.json());
            }
        }
        return replaced;
    }

    private void header(StringBuilder head, String name, String value) {
        head.append(name)
                .append(": ")
                .append(value.replace('\r', ' ').replace('\n', ' '))
                .append("\r\n");
    }

    private String or(int oneIn, String good, Supplier<String> bad) {
        return oneIn(oneIn) ? bad.get() : good;
    }

    private boolean oneIn(int many) {
        return random.nextInt(many) == 0;
    }
}
