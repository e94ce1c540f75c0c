package dev.partyline.topology.history;

import java.util.Random;

/**
 * What is on its way between the stages: accesses and contacts' owners to visibility, in order for each number; what
 * numbers have met to the directory, in order for each workspace; rows to the readers' tables, in order for each user.
 */
final class Traffic {
    private final Queues<Row> accesses;
    private final Queues<Row> contacts;
    private final Queues<Row> encounters;
    private final Queues<Row> views;

    Traffic(Random random) {
        accesses = new Queues<>(random);
        contacts = new Queues<>(random);
        encounters = new Queues<>(random);
        views = new Queues<>(random);
    }

    Queues<Row> accesses() {
        return accesses;
    }

    Queues<Row> contacts() {
        return contacts;
    }

    Queues<Row> encounters() {
        return encounters;
    }

    Queues<Row> views() {
        return views;
    }

    boolean isEmpty() {
        return accesses.isEmpty() && contacts.isEmpty() && encounters.isEmpty() && views.isEmpty();
    }
}
