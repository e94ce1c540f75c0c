package dev.partyline.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.partyline.schema.TelephonyRecord;
import dev.partyline.schemas.Samples;
import dev.partyline.schemas.Seed;
import dev.partyline.schemas.serde.UnreadableMessageException.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class HostileBytesTest {
    private static final int ROUNDS = 30_000;
    /** 2,147,483,639 as Avro writes it: the longest array that a JVM would try to make. */
    private static final byte[] HUGE = {(byte) 0xee, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0x0f};

    private final Serdes serdes = new Serdes();

    @Test
    void whateverTheBytesOnlyUnreadableComesOut() {
        Random random = Seed.random(HostileBytesTest.class);
        List<byte[]> messages =
                Samples.all().values().stream().map(serdes::write).toList();
        int refused = 0;
        for (int i = 0; i < ROUNDS; i++) {
            refused += isRefused(mutate(messages, random)) ? 1 : 0;
        }
        assertThat(refused).isBetween(ROUNDS / 10, ROUNDS - 1);
    }

    @Test
    void noHeaderIsNotAvro() {
        assertThat(reason(new byte[0])).isEqualTo(Reason.NOT_AVRO);
        assertThat(reason(new byte[] {0, 0, 0, 0})).isEqualTo(Reason.NOT_AVRO);
        assertThat(reason("{\"recordId\":1}".getBytes(StandardCharsets.UTF_8))).isEqualTo(Reason.NOT_AVRO);
    }

    @Test
    void anIdThatTheRegistryHasNotIsUnknown() {
        assertThat(reason(new byte[] {0, 0, 0, 3, (byte) 0xe7, 0})).isEqualTo(Reason.UNKNOWN_SCHEMA);
        assertThat(reason(new byte[] {0, -1, -1, -1, -1, 0})).isEqualTo(Reason.UNKNOWN_SCHEMA);
    }

    @Test
    void aTruncatedDatumAndOneWithMoreBehindItAreNotAvro() {
        byte[] message = serdes.write(Samples.call());
        for (int length = 5; length < message.length; length++) {
            assertThat(reason(Arrays.copyOf(message, length))).isEqualTo(Reason.NOT_AVRO);
        }
        assertThat(reason(Arrays.copyOf(message, message.length + 1))).isEqualTo(Reason.NOT_AVRO);
    }

    @Test
    void aTypeWithoutAClassIsTheWrongType() {
        assertThat(reason(serdes.message(Schema.createEnum("java.lang.String", "", null, List.of("A")), (byte) 0)))
                .isEqualTo(Reason.WRONG_TYPE);
        assertThat(reason(serdes.message(Schema.create(Schema.Type.STRING), (byte) 0)))
                .isEqualTo(Reason.WRONG_TYPE);
        assertThat(reason(serdes.message(record("nowhere.Nothing", ""), new byte[0])))
                .isEqualTo(Reason.WRONG_TYPE);
    }

    @Test
    void aTypeOfOurNameThatCannotBeReadAsOursIsTheWrongType() {
        Schema impostor = record(name(), "{'name':'recordId','type':'boolean'}");
        assertThat(reason(serdes.message(impostor, (byte) 1))).isEqualTo(Reason.WRONG_TYPE);
    }

    @Test
    void aDeclaredLengthIsNotBelievedBeyondTheBytesThatThereAre() {
        assertThat(reason(serdes.message(TelephonyRecord.getClassSchema(), HUGE)))
                .isEqualTo(Reason.NOT_AVRO);
        for (String type : List.of(
                "'string'",
                "'bytes'",
                "{'type':'array','items':'null'}",
                "{'type':'array','items':'string'}",
                "{'type':'map','values':'null'}")) {
            Schema schema = record(name(), "{'name':'skipped','type':" + type + "}");
            assertThat(reason(serdes.message(schema, HUGE))).as(type).isIn(Reason.NOT_AVRO, Reason.WRONG_TYPE);
        }
    }

    @Test
    void aHugeCountOfParticipantsIsNotBelievedEither() {
        byte[] message = serdes.write(Samples.call());
        int count = indexOf(message, new byte[] {4, 6, 'a', 'n', 'n'});
        byte[] forged = new byte[message.length + HUGE.length - 1];
        System.arraycopy(message, 0, forged, 0, count);
        System.arraycopy(HUGE, 0, forged, count, HUGE.length);
        System.arraycopy(message, count + 1, forged, count + HUGE.length, message.length - count - 1);
        assertThat(reason(forged)).isEqualTo(Reason.NOT_AVRO);
    }

    @Test
    void aRecursiveSchemaCannotExhaustTheStackOfTheThread() {
        Schema recursive = record(
                name(),
                "{'name':'skipped','type':{'type':'record','name':'N','fields':"
                        + "[{'name':'n','type':['null','N']}]}}");
        byte[] deep = new byte[1 << 20];
        Arrays.fill(deep, (byte) 2);
        assertThat(reason(serdes.message(recursive, deep))).isIn(Reason.NOT_AVRO, Reason.WRONG_TYPE);
    }

    private boolean isRefused(byte[] message) {
        try {
            serdes.read(message);
            return false;
        } catch (UnreadableMessageException expected) {
            return true;
        } catch (RuntimeException | Error e) {
            throw new AssertionError("came out of " + HexFormat.of().formatHex(message), e);
        }
    }

    private static byte[] mutate(List<byte[]> messages, Random random) {
        byte[] bytes = messages.get(random.nextInt(messages.size())).clone();
        switch (random.nextInt(4)) {
            case 0 -> bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length + 20));
            case 1 -> bytes[5 + random.nextInt(bytes.length - 5)] = (byte) random.nextInt();
            case 2 -> {
                for (int i = random.nextInt(bytes.length); i < bytes.length; i++) {
                    bytes[i] = (byte) random.nextInt();
                }
            }
            default -> bytes[4] = (byte) random.nextInt(8);
        }
        return bytes;
    }

    private Reason reason(byte[] message) {
        UnreadableMessageException unreadable =
                catchThrowableOfType(UnreadableMessageException.class, () -> serdes.read(message));
        assertThat(unreadable).as("a failure").isNotNull();
        assertThat(unreadable).hasMessageContaining("a value on t ");
        return unreadable.reason();
    }

    private static String name() {
        return TelephonyRecord.getClassSchema().getFullName();
    }

    private static Schema record(String name, String fields) {
        return new Schema.Parser()
                .parse(("{'type':'record','name':'" + name + "','fields':[" + fields + "]}").replace('\'', '"'));
    }

    private static int indexOf(byte[] bytes, byte[] wanted) {
        for (int i = 0; i + wanted.length <= bytes.length; i++) {
            if (Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        throw new AssertionError("not there");
    }
}
