package dev.partyline.model;

import dev.partyline.schema.RecordKind;
import dev.partyline.schema.TelephonyRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;

/** Every event of every record, in any order; what a record says is worked out from all of them (DESIGN 6). */
public final class NaiveRecords {
    /** What makes a record the same record. */
    public record Identity(String workspaceId, String number, long startedAt, String recordId) {
        public static Identity of(TelephonyRecord event) {
            return new Identity(
                    event.getWorkspaceId(),
                    event.getNumber(),
                    event.getStartedAt().toEpochMilli(),
                    event.getRecordId());
        }
    }

    private final Map<Identity, List<TelephonyRecord>> events = new LinkedHashMap<>();

    public void add(TelephonyRecord event) {
        events.computeIfAbsent(Identity.of(event), unused -> new ArrayList<>()).add(event);
    }

    public Collection<Identity> identities() {
        return events.keySet();
    }

    /** What the record says; empty: it has been erased, or was never heard of. */
    public Optional<TelephonyRecord> latest(Identity identity) {
        List<TelephonyRecord> all = events.getOrDefault(identity, List.of());
        if (all.stream().anyMatch(event -> event.getKind() == RecordKind.ERASED)) {
            return Optional.empty();
        }
        return all.stream().reduce((one, other) -> wins(other, one) ? other : one);
    }

    private static boolean wins(TelephonyRecord one, TelephonyRecord other) {
        return one.getRevision() == other.getRevision()
                ? Arrays.compareUnsigned(bytes(one), bytes(other)) > 0
                : one.getRevision() > other.getRevision();
    }

    private static byte[] bytes(TelephonyRecord event) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        try {
            new SpecificDatumWriter<>(TelephonyRecord.class).write(event, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
