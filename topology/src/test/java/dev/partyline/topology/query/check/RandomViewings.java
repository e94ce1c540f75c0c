package dev.partyline.topology.query.check;

import dev.partyline.schema.CallStatus;
import dev.partyline.schema.Direction;
import dev.partyline.schema.DirectoryMode;
import dev.partyline.schema.HistoryPolicy;
import dev.partyline.schema.MixedCallsPolicy;
import dev.partyline.schema.NumberAccess;
import dev.partyline.schema.NumberUser;
import dev.partyline.schema.Policy;
import dev.partyline.schema.Role;
import dev.partyline.schema.TelephonyRecord;
import dev.partyline.topology.visibility.ContactOwner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Random users before random records, few enough of each that all rules come into it. */
public final class RandomViewings {
    private static final List<String> USERS = List.of("ana", "ben", "cleo", "dan");

    private final Random random;

    private RandomViewings(Random random) {
        this.random = random;
    }

    /** From {@code -Dseed=}, else a new seed; printed, so that a failure can be replayed. */
    public static RandomViewings seeded() {
        String given = System.getProperty("seed", "");
        long seed = given.isEmpty() ? new Random().nextInt(Integer.MAX_VALUE) : Long.parseLong(given);
        System.out.println("replay with -Dseed=" + seed);
        return new RandomViewings(new Random(seed));
    }

    public Viewing next() {
        Policy policy = Cases.policy(builder -> builder.setHistory(one(HistoryPolicy.values()))
                .setMixedCalls(one(MixedCallsPolicy.values()))
                .setDirectory(one(DirectoryMode.values())));
        TelephonyRecord record = record();
        ContactOwner owner = record.getContactId() == null ? ContactOwner.NOBODY : owner();
        return new Viewing(standing(policy), record, access(policy), owner);
    }

    private Standing standing(Policy policy) {
        String userId = user();
        return switch (random.nextInt(6)) {
            case 0 -> Cases.unknown(userId, policy);
            case 1 -> Cases.removed(userId);
            case 2 -> Cases.inactive(userId, one(Role.values()));
            default ->
                new Standing(
                        userId,
                        Optional.of(new Member(userId, null, one(Role.values()), true, false)),
                        random.nextBoolean(),
                        policy);
        };
    }

    private NumberAccess access(Policy policy) {
        List<NumberUser.Builder> users = new ArrayList<>();
        for (String userId : USERS) {
            if (random.nextInt(4) > 0) {
                users.add(Cases.user(userId, spans())
                        .setActive(random.nextInt(5) > 0)
                        .setMembership(random.nextInt(2)));
            }
        }
        return Cases.access(policy, users.toArray(NumberUser.Builder[]::new));
    }

    /** Around 150, when the records began, with bounds on it and beside it. */
    private long[] spans() {
        long[] spans = new long[random.nextInt(5)];
        long time = 147 + random.nextInt(4);
        for (int i = 0; i < spans.length; i++) {
            spans[i] = time;
            time += 1 + random.nextInt(3);
        }
        return spans;
    }

    private ContactOwner owner() {
        return random.nextInt(4) == 0 ? ContactOwner.NOBODY : new ContactOwner(user(), random.nextInt(2));
    }

    private TelephonyRecord record() {
        Direction direction = random.nextBoolean() ? Direction.INBOUND : Direction.OUTBOUND;
        TelephonyRecord record = switch (random.nextInt(7)) {
            case 0, 1, 2 -> Cases.call(direction, one(CallStatus.values()), participants());
            case 3, 4 -> Cases.text(direction, userOrNull());
            case 5 -> Cases.voicemail(userOrNull());
            default -> Cases.erased();
        };
        // An erased record keeps nothing but its identity.
        return random.nextBoolean() && SharingRule.of(record).isPresent() ? Cases.of(record, "k1") : record;
    }

    private String[] participants() {
        return USERS.stream().filter(userId -> random.nextInt(3) == 0).toArray(String[]::new);
    }

    private @Nullable String userOrNull() {
        return random.nextInt(3) == 0 ? null : user();
    }

    private String user() {
        return USERS.get(random.nextInt(USERS.size()));
    }

    private <T> T one(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
