package dev.partyline.bench.cluster;

import dev.partyline.api.client.Upstream;
import dev.partyline.schema.Call;
import dev.partyline.schema.CallStatus;
import dev.partyline.schema.Direction;
import dev.partyline.schema.RecordKind;
import dev.partyline.schema.TelephonyRecord;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Missed calls on the company's numbers: whoever is assigned sees them, nobody else does. */
final class Company {
    private static final String PREFIX = "call-";

    private final Upstream upstream;
    private final Size size;
    private final AtomicInteger calls = new AtomicInteger();
    private final long firstCallAt = System.currentTimeMillis();

    Company(Upstream upstream, Size size) {
        this.upstream = upstream;
        this.size = size;
    }

    /** Publishes the past. */
    void past() {
        for (int number = 0; number < size.numbers(); number++) {
            for (int i = 0; i < size.records(); i++) {
                call(number);
            }
        }
        upstream.flush();
    }

    /** How many calls have been published. */
    int calls() {
        return calls.get();
    }

    /** Which call that is: the first is 1. */
    static int indexOf(String recordId) {
        return Integer.parseInt(recordId.substring(PREFIX.length()));
    }

    /** Publishes a call, from any thread, and returns its id. */
    String call(int number) {
        return call(number, null);
    }

    /** The same from somebody who is known as a contact. */
    synchronized String call(int number, @Nullable String contactId) {
        int call = calls.incrementAndGet();
        String recordId = PREFIX + call;
        upstream.publish(TelephonyRecord.newBuilder()
                .setRecordId(recordId)
                .setWorkspaceId(Cluster.WORKSPACE)
                .setNumber(Size.number(number))
                .setContactId(contactId)
                .setDirection(Direction.INBOUND)
                .setStartedAt(Instant.ofEpochMilli(firstCallAt + call))
                .setRevision(1)
                .setKind(RecordKind.CALL)
                .setCall(new Call(CallStatus.MISSED, List.of(), null, null))
                .build());
        return recordId;
    }
}
