package dev.partyline.model;

import java.util.ArrayList;
import java.util.List;

/** One user on one number: every switch of the assignment ever made, in the log's order, and the flags of now. */
public final class NaiveLine {
    private static final int KEPT_INTERVALS = 100;

    /**
     * The user was assigned, or no longer.
     *
     * @param at when it took effect
     */
    private record Switch(long at, boolean on) {}

    private final List<Switch> switches = new ArrayList<>();
    private long previousSwitch;
    private boolean calling;
    private boolean texting;
    private boolean callerId;

    public boolean assigned() {
        return !switches.isEmpty() && switches.get(switches.size() - 1).on();
    }

    /** The last switch at or before {@code time} decides; where two are of one time, the later in the log. */
    public boolean assignedAt(long time) {
        boolean on = false;
        for (Switch one : switches) {
            if (one.at() <= time) {
                on = one.on();
            }
        }
        return on;
    }

    /** When the open interval began; the line must be assigned. */
    public long assignedSince() {
        return switches.get(switches.size() - 1).at();
    }

    public void assign(long datedAt, boolean mayCall, boolean mayText) {
        if (!assigned()) {
            turn(datedAt, true);
        }
        calling = mayCall;
        texting = mayText;
        while (intervals().size() > KEPT_INTERVALS) {
            switches.remove(0);
        }
    }

    public void unassign(long datedAt) {
        if (assigned()) {
            turn(datedAt, false);
        }
        calling = false;
        texting = false;
    }

    public void permit(boolean mayCall, boolean mayText) {
        calling = mayCall;
        texting = mayText;
    }

    public void callerId(boolean on) {
        callerId = on;
    }

    public boolean calling() {
        return calling;
    }

    public boolean texting() {
        return texting;
    }

    public boolean callerId() {
        return callerId;
    }

    /** The intervals in words, {@code [from, to)}, those of no length left out. */
    public List<String> intervals() {
        List<String> intervals = new ArrayList<>();
        for (int i = 0; i < switches.size(); i++) {
            long from = switches.get(i).at();
            if (switches.get(i).on() && i + 1 == switches.size()) {
                intervals.add("[" + from + ", now]");
            } else if (switches.get(i).on() && from != switches.get(i + 1).at()) {
                intervals.add("[" + from + ", " + switches.get(i + 1).at() + ")");
            }
        }
        return intervals;
    }

    /** Everything about the line. */
    @Override
    public String toString() {
        return intervals() + (calling ? " calling" : "") + (texting ? " texting" : "") + (callerId ? " callerId" : "");
    }

    private void turn(long datedAt, boolean on) {
        previousSwitch = Math.max(datedAt, previousSwitch);
        switches.add(new Switch(previousSwitch, on));
    }
}
