package dev.partyline.api.stream;

import dev.partyline.schema.Direction;
import dev.partyline.schema.FeedEntry;
import dev.partyline.schema.FeedEntryKind;
import dev.partyline.schema.LineState;
import dev.partyline.schema.LineStatus;
import dev.partyline.schema.Reason;
import dev.partyline.schema.RecordKind;
import dev.partyline.schema.TelephonyRecord;
import dev.partyline.schemas.Keys;
import dev.partyline.topology.history.FeedMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One user's feed as DESIGN 7 has it written, where hardly anything happens but that lines change before the walk of the
 * change before is done: what invented histories have too little of.
 */
final class ChurningLines {
    static final StreamUser USER = new StreamUser("acme", "ana");

    private static final int RECORDS = 12;

    private final Random random;
    private final List<FeedMessage> log = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private int revocations;

    ChurningLines(Random random) {
        this.random = random;
        Stream.of("+12125550100", "24537").map(Line::new).forEach(lines::add);
    }

    /** The rows that come of so many steps. */
    List<FeedMessage> write(int steps) {
        for (int i = 0; i < steps; i++) {
            lines.get(random.nextInt(lines.size())).step();
        }
        return List.copyOf(log);
    }

    /** How often a line was taken away so far. */
    int revocations() {
        return revocations;
    }

    /** A number, what the user may see of it, and how far its records have followed. */
    private final class Line {
        private final String number;
        private final List<Set<Reason>> told = new ArrayList<>();
        private final Set<Integer> unvisited = new HashSet<>();
        private final Set<Integer> participant = new HashSet<>();
        private boolean assigned;
        private @Nullable Long visibleFrom;
        private boolean walking;

        Line(String number) {
            this.number = number;
            for (int i = 0; i < RECORDS; i++) {
                told.add(Set.of());
            }
        }

        void step() {
            switch (random.nextInt(6)) {
                case 0 -> change();
                case 1, 2 -> visit();
                case 3 -> live();
                default -> progress();
            }
        }

        private void change() {
            boolean before = assigned;
            Long from = visibleFrom;
            assigned = random.nextInt(3) > 0;
            visibleFrom = assigned && random.nextInt(3) == 0 ? (Long) (long) random.nextInt(RECORDS) : null;
            if (before == assigned && Objects.equals(from, visibleFrom)) {
                return;
            }
            revocations += before && !assigned ? 1 : 0;
            walking = true;
            for (int i = 0; i < RECORDS; i++) {
                unvisited.add(i);
            }
            row();
        }

        /** The walk goes on by one record, and ends with the last. */
        private void visit() {
            if (!unvisited.isEmpty()) {
                int record = unvisited.stream()
                        .skip(random.nextInt(unvisited.size()))
                        .findFirst()
                        .orElseThrow();
                tell(record, false);
            } else if (walking) {
                walking = false;
                row();
            }
        }

        private void live() {
            int record = random.nextInt(RECORDS);
            if (random.nextBoolean() && !participant.remove(record)) {
                participant.add(record);
            }
            tell(record, true);
        }

        private void progress() {
            if (walking && random.nextBoolean()) {
                row();
            } else {
                visit();
            }
        }

        private void tell(int record, boolean live) {
            Set<Reason> now = reasons(record);
            Set<Reason> before = told.set(record, now);
            unvisited.remove(record);
            if (now.isEmpty() ? !before.isEmpty() : live || !now.equals(before)) {
                String position = Keys.position(record, "r" + record);
                log.add(new FeedMessage(
                        Keys.ofFeedRecord(USER.workspaceId(), USER.userId(), position, number),
                        now.isEmpty() ? null : entry(record, List.copyOf(now))));
            }
        }

        private Set<Reason> reasons(int record) {
            Set<Reason> reasons = new HashSet<>();
            // Even records are such as this user took part in at times; odd ones are the line's alone.
            if (record % 2 == 0 && participant.contains(record)) {
                reasons.add(Reason.PARTICIPANT);
            }
            if (assigned && (visibleFrom == null || visibleFrom <= record)) {
                reasons.add(Reason.ASSIGNEE);
            }
            return reasons;
        }

        private void row() {
            LineStatus walked = assigned ? LineStatus.SYNCING : LineStatus.REVOKING;
            LineState state = LineState.newBuilder()
                    .setNumber(number)
                    .setState(walking ? walked : LineStatus.LIVE)
                    .setAssigned(assigned)
                    .setCalling(false)
                    .setTexting(false)
                    .setCallerId(false)
                    .setRouted(false)
                    .setVisibleFrom(visibleFrom)
                    .setDone(RECORDS - unvisited.size())
                    .setTotal(RECORDS)
                    .setVersion(1)
                    .build();
            boolean gone = !walking && !assigned;
            log.add(new FeedMessage(
                    Keys.ofFeedLine(USER.workspaceId(), USER.userId(), number),
                    gone ? null : new FeedEntry(FeedEntryKind.LINE, List.of(), null, state, null)));
        }

        private FeedEntry entry(int record, List<Reason> reasons) {
            TelephonyRecord content = TelephonyRecord.newBuilder()
                    .setRecordId("r" + record)
                    .setWorkspaceId(USER.workspaceId())
                    .setNumber(number)
                    .setDirection(Direction.INBOUND)
                    .setStartedAt(Instant.ofEpochMilli(record))
                    .setRevision(1)
                    .setKind(RecordKind.CALL)
                    .build();
            return new FeedEntry(FeedEntryKind.RECORD, reasons, content, null, null);
        }
    }
}
