package dev.partyline.bench.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * Who is assigned to what, as far as is certain: what a reader must not see, and at the end, what they must. Every number
 * has records with the one reason ASSIGNEE. Safe for many threads; each line is changed by one at a time.
 */
final class Truth {
    private static final int ASSIGNED = 1;
    /** Neither is certain while a change is on its way. */
    private static final int CHANGING = 2;

    private final int numbers;
    private final AtomicIntegerArray lines;
    private final AtomicIntegerArray epochs;

    Truth(int users, int numbers) {
        this.numbers = numbers;
        this.lines = new AtomicIntegerArray(users * numbers);
        this.epochs = new AtomicIntegerArray(users * numbers);
    }

    boolean assigned(int user, int number) {
        return lines.get(line(user, number)) == ASSIGNED;
    }

    /** A change of the line is about to be sent. */
    void changing(int user, int number) {
        epochs.incrementAndGet(line(user, number));
        lines.set(line(user, number), CHANGING);
    }

    /** A change of the line is effective. */
    void settled(int user, int number, boolean assigned) {
        lines.set(line(user, number), assigned ? ASSIGNED : 0);
    }

    /** The user's lines that are certainly gone at this moment. */
    List<Gone> gone(int user) {
        List<Gone> gone = new ArrayList<>();
        for (int number = 0; number < numbers; number++) {
            int epoch = epochs.get(line(user, number));
            if (lines.get(line(user, number)) == 0) {
                gone.add(new Gone(number, epoch));
            }
        }
        return gone;
    }

    /** Whether a line that was gone has been so ever since. */
    boolean stillGone(int user, Gone before) {
        return epochs.get(line(user, before.number())) == before.epoch();
    }

    /** A line that was gone. */
    record Gone(int number, int epoch) {}

    private int line(int user, int number) {
        return user * numbers + number;
    }
}
