package dev.partyline.api.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.partyline.api.embedded.EmbeddedConfig;
import dev.partyline.api.embedded.EmbeddedPartyline;
import dev.partyline.api.embedded.EmbeddedPorts;
import dev.partyline.api.http.JsonClient;
import dev.partyline.api.http.auth.Scope;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The clients of docs/clients, in three languages, follow a user's feed over HTTP: as records come, across a restart of the
 * server, when the line is revoked, when the user is deactivated and when they are back.
 */
class StreamClientsTest {
    private static final String NUMBER = "+12125550100";
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private JsonClient client = JsonClient.ofNobody();
    private int changes;

    @TempDir
    private Path directory = Path.of("");

    @Test
    @Timeout(value = 4, unit = TimeUnit.MINUTES)
    void whatAClientShowsIsWhatItsUserMaySeeAcrossARestartWithoutGapOrRepeat() throws Exception {
        List<String> programs = List.of("python3", "node");
        programs.forEach(program -> assumeTrue(
                InboxProcess.canRun(program), () -> "skipped, because there is no " + program + " on this machine"));
        assumeTrue(InboxProcess.canRun("curl"), "skipped, because there is no curl on this machine");
        EmbeddedPartyline partyline = start(EmbeddedPorts.EPHEMERAL);
        URI api = partyline.apiUri();
        client = JsonClient.of(partyline.tokens(), "acme");
        String token = partyline.tokens().mint("acme", "ana", Set.of(Scope.INBOX), Duration.ofHours(1));
        change(api, "UserAssigned", "\"number\":\"" + NUMBER + "\",\"userId\":\"ana\"");
        call(api, 1);
        try (InboxProcess python = InboxProcess.start("python3", "inbox.py", api, token);
                InboxProcess node = InboxProcess.start("node", "inbox.mjs", api, token);
                InboxProcess curl = InboxProcess.start("sh", "stream.sh", api, token)) {
            List<InboxProcess> inboxes = List.of(python, node);
            awaitLast(inboxes, "[\"r1\"]");
            await(() -> curl.lines().contains(":"));
            call(api, 2);
            awaitLast(inboxes, "[\"r2\", \"r1\"]");
            await(() -> records(curl).equals(List.of("r2")));

            partyline.close();
            partyline = start(new EmbeddedPorts(api.getPort(), 0, 0, 0));
            call(api, 3);
            awaitLast(inboxes, "[\"r3\", \"r2\", \"r1\"]");
            await(() -> records(curl).contains("r3"));
            assertThat(records(curl)).as("curl got each record once").containsExactly("r2", "r3");

            change(api, "UserUnassigned", "\"number\":\"" + NUMBER + "\",\"userId\":\"ana\"");
            awaitLast(inboxes, "[]");
            change(api, "UserAssigned", "\"number\":\"" + NUMBER + "\",\"userId\":\"ana\"");
            awaitLast(inboxes, "[\"r3\", \"r2\", \"r1\"]");
            member(api, false);
            awaitLast(inboxes, "[]");
            member(api, true);
            awaitLast(inboxes, "[\"r3\", \"r2\", \"r1\"]");
            for (InboxProcess inbox : inboxes) {
                assertThat(normal(inbox).subList(0, 3))
                        .as("nothing flickers across the restart")
                        .containsExactly("[\"r1\"]", "[\"r2\",\"r1\"]", "[\"r3\",\"r2\",\"r1\"]");
            }
        } finally {
            partyline.close();
        }
    }

    private EmbeddedPartyline start(EmbeddedPorts ports) throws InterruptedException {
        EmbeddedPartyline partyline =
                EmbeddedPartyline.start(EmbeddedConfig.in(directory).withPorts(ports));
        assertThat(partyline.awaitReady(DEADLINE)).isTrue();
        return partyline;
    }

    private void change(URI api, String type, String fields) {
        String id = "c" + changes++;
        assertThat(client.post(
                                URI.create(api + "/v1/workspaces/acme/changes?wait=30000"),
                                "{\"changeId\":\"" + id + "\",\"type\":\"" + type + "\"," + fields + "}")
                        .status())
                .isEqualTo(201);
    }

    private void member(URI api, boolean active) {
        change(api, "MemberSet", "\"userId\":\"ana\",\"role\":\"MEMBER\",\"active\":" + active);
    }

    private void call(URI api, int n) {
        String record = "[{\"recordId\":\"r" + n + "\",\"number\":\"" + NUMBER + "\",\"direction\":\"INBOUND\","
                + "\"startedAt\":" + (1_700_000_000_000L + n) + ",\"revision\":1,\"kind\":\"CALL\","
                + "\"call\":{\"status\":\"MISSED\",\"participants\":[]}}]";
        assertThat(client.post(URI.create(api + "/v1/workspaces/acme/records"), record)
                        .status())
                .isEqualTo(202);
    }

    private static List<String> records(InboxProcess curl) {
        List<String> lines = curl.lines();
        return IntStream.range(0, lines.size() - 2)
                .filter(i -> lines.get(i).equals("event: record"))
                .mapToObj(i -> lines.get(i + 2).replaceAll(".*\"recordId\":\"([^\"]*)\".*", "$1"))
                .toList();
    }

    private static List<String> normal(InboxProcess inbox) {
        return inbox.lines().stream().map(line -> line.replace(" ", "")).toList();
    }

    private static void awaitLast(List<InboxProcess> inboxes, String shown) {
        String wanted = shown.replace(" ", "");
        for (InboxProcess inbox : inboxes) {
            await(() -> {
                List<String> soFar = normal(inbox);
                return !soFar.isEmpty() && soFar.get(soFar.size() - 1).equals(wanted);
            });
        }
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + DEADLINE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("what is waited for comes in time").isLessThan(deadline);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }
}
