package dev.partyline.bench.load;

import dev.partyline.schema.Direction;
import dev.partyline.schema.Message;
import dev.partyline.schema.MessageStatus;
import dev.partyline.schema.RecordKind;
import dev.partyline.schema.TelephonyRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Inbound messages of one size, the same ones for the same arguments: on each number in turn, each newer than the one
 * before. Whoever is assigned sees them.
 */
public final class Traffic {
    public static final String WORKSPACE = "bench";
    public static final String RECORD_PREFIX = "msg-";

    /** What a record of the benchmarks has on its topic, and what the wire format puts before its Avro. */
    private static final int VALUE_BYTES = 300;

    private static final int WIRE_BYTES = 5;
    private static final int SINGLE_OBJECT_BYTES = 10;
    private static final long FIRST_NUMBER = 12_120_000_000L;
    private static final String LETTERS = "etaoin shrdlu cmfwyp vbgkqjxz ";

    /** So many that no two of one text lie within what compression looks back upon. */
    private static final int TEXTS = 1024;

    private final int firstNumber;
    private final int numbers;
    private final long firstAt;
    private final String[] texts = new String[TEXTS];

    /** @param firstAt when the first message was, milliseconds since the epoch */
    public Traffic(int numbers, long firstAt) {
        this(0, numbers, firstAt);
    }

    /** The same on numbers from {@code firstNumber} on. */
    public Traffic(int firstNumber, int numbers, long firstAt) {
        this.firstNumber = firstNumber;
        this.numbers = numbers;
        this.firstAt = firstAt;
        // One byte of the length of an empty text becomes two.
        int bytes = VALUE_BYTES - WIRE_BYTES - encodedBytes(message(0, "")) - 1;
        for (int i = 0; i < TEXTS; i++) {
            texts[i] = text(i, bytes);
        }
    }

    public static String number(int index) {
        return "+" + (FIRST_NUMBER + index);
    }

    public static String user(int index) {
        return "user-" + index;
    }

    /** The message that comes at this place, from 0. */
    public TelephonyRecord message(int index) {
        return message(index, texts[index % TEXTS]);
    }

    private TelephonyRecord message(int index, String text) {
        return TelephonyRecord.newBuilder()
                .setRecordId(String.format("%s%09d", RECORD_PREFIX, index))
                .setWorkspaceId(WORKSPACE)
                .setNumber(number(firstNumber + index % numbers))
                .setPeer("+13125550100")
                .setDirection(Direction.INBOUND)
                .setStartedAt(Instant.ofEpochMilli(firstAt + index))
                .setRevision(1)
                .setKind(RecordKind.MESSAGE)
                .setMessage(new Message(null, text, List.of(), MessageStatus.RECEIVED))
                .build();
    }

    private static String text(int index, int bytes) {
        SplittableRandom random = new SplittableRandom(index);
        char[] text = new char[bytes];
        for (int i = 0; i < text.length; i++) {
            text[i] = LETTERS.charAt(random.nextInt(LETTERS.length()));
        }
        return new String(text);
    }

    private static int encodedBytes(TelephonyRecord record) {
        try {
            return TelephonyRecord.getEncoder().encode(record).remaining() - SINGLE_OBJECT_BYTES;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
