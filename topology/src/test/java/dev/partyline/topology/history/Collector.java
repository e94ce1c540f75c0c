package dev.partyline.topology.history;

import dev.partyline.model.NaiveDirectory;
import dev.partyline.model.NaiveModel;
import dev.partyline.schema.ContactAccess;
import dev.partyline.schema.NumberAccess;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Takes what the stages have put out, holds it against the model as it stands, and sends it on its way; the feed's
 * consumers have it at once. Where the fault has it so, something is late or lost.
 */
final class Collector {
    private final Stages stages;
    private final Fault fault;
    private final NaiveModel model;
    private final FeedLog feed;
    private final Findings findings;
    private final Traffic traffic;
    private final List<Row> held = new ArrayList<>();
    private int losable;

    /** @param judge the model, and what it is to be held against */
    Collector(Stages stages, Fault fault, Judge judge, Traffic traffic) {
        this.stages = stages;
        this.fault = fault;
        this.model = judge.model();
        this.feed = judge.feed();
        this.findings = judge.findings();
        this.traffic = traffic;
    }

    /**
     * After every step.
     *
     * @param headers says whether a row of visibility has those that it must have
     */
    void collect(Predicate<Row> headers) {
        accesses();
        contacts();
        for (Row row : stages.encounters()) {
            if (!lost(Fault.LOST_ENCOUNTERS)) {
                traffic.encounters().add(row.key(), row);
            }
        }
        stages.userAccesses().forEach(stages::userAccessToView);
        feed(stages.feedOfDirectory());
        List<Row> told = stages.feedOfVisibility();
        told.stream()
                .filter(headers.negate())
                .forEach(row -> findings.add(
                        "headers of " + row.key() + ": " + row.message().headers()));
        feed(fault.toFeed(told, held));
    }

    /** At the end: what was held back is not lost. */
    void release() {
        feed(held);
    }

    private void accesses() {
        for (Row row : stages.accesses()) {
            NumberAccess access = stages.values().access(row);
            NaiveDirectory directory = model.directory(access.getWorkspaceId());
            findings.compare("access " + row.key(), AccessText.of(directory, access), AccessText.of(access));
            if (!lost(Fault.LOST_ACCESSES)) {
                traffic.accesses().add(row.key(), row);
            }
            if (fault == Fault.FORGED_RETURNS) {
                access.getReturning().forEach(userId -> stages.returned(access, userId));
            }
        }
    }

    private void contacts() {
        for (Row row : stages.contactAccesses()) {
            ContactAccess access = stages.values().contactAccess(row);
            NaiveDirectory directory = model.directory(access.getWorkspaceId());
            findings.compare("contact access " + row.key(), AccessText.of(directory, access), AccessText.of(access));
            if (!lost(Fault.LOST_CONTACT_ACCESSES)) {
                traffic.contacts().add(row.keyPart(2), row);
            }
        }
    }

    /** Where this is the fault, every fourth is lost. */
    private boolean lost(Fault kind) {
        return fault == kind && ++losable % 4 == 0;
    }

    private void feed(List<Row> rows) {
        for (Row row : rows) {
            findings.step("  " + row.key() + (row.tombstone() ? " gone" : ""));
            feed.append(row.key(), stages.values().entry(row));
            traffic.views().add(row.keyPart(2), row);
        }
    }
}
