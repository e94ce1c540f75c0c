package dev.partyline.api.replay;

import dev.partyline.schema.FeedEntry;
import dev.partyline.schema.FeedEntryKind;
import dev.partyline.schema.Reason;
import dev.partyline.schema.TelephonyRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Forgets of a record row all but its number and reasons. A table of counts needs no more, and millions of rows then
 * share a few objects.
 */
final class Outline implements UnaryOperator<FeedEntry> {
    private final Map<Shape, FeedEntry> known = new HashMap<>();

    @Override
    public FeedEntry apply(FeedEntry entry) {
        TelephonyRecord full = entry.getRecord();
        if (full == null) {
            return entry;
        }
        return known.computeIfAbsent(new Shape(full.getNumber(), entry.getReasons()), shape -> outline(shape, full));
    }

    private static FeedEntry outline(Shape shape, TelephonyRecord example) {
        TelephonyRecord bare = TelephonyRecord.newBuilder(example)
                .setPeer(null)
                .setContactId(null)
                .setCall(null)
                .setMessage(null)
                .setVoicemail(null)
                .build();
        return new FeedEntry(FeedEntryKind.RECORD, shape.reasons(), bare, null, null);
    }

    private record Shape(String number, List<Reason> reasons) {}
}
