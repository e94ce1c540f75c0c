package dev.partyline.topology.history;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Few names, so that they meet often: two workspaces share the numbers, one of which is a short code. */
final class Names {
    private static final List<String> NUMBERS = List.of("+12125550100", "+12125550101", "777");
    private static final List<String> USERS = List.of("ana", "ben", "cleo", "dan");
    private static final List<String> CONTACTS = List.of("kim", "lou", "ana");
    private static final String STRANGER = "eve";
    private static final int WORKSPACES = 2;

    private final Random random;
    private final List<String> workspaces;
    private final boolean crowded;

    /** @param scope part of the workspaces' names, so that histories do not meet */
    Names(Random random, String scope) {
        this.random = random;
        // In every other history all happens on one number, so that walks, changes and records meet more often there.
        this.crowded = random.nextBoolean();
        this.workspaces = IntStream.rangeClosed(1, WORKSPACES)
                .mapToObj(i -> "w" + i + "-" + scope)
                .toList();
    }

    /** Most often the first. */
    String workspace() {
        return workspaces.get(random.nextInt(crowded ? 12 : 4) == 0 ? 1 : 0);
    }

    List<String> workspaces() {
        return workspaces;
    }

    /** Most often the first. */
    String number() {
        return crowded ? NUMBERS.get(0) : NUMBERS.get(Math.max(0, random.nextInt(NUMBERS.size() + 2) - 2));
    }

    List<String> numbers() {
        return NUMBERS;
    }

    /** Most often the first. */
    String user() {
        return USERS.get(Math.max(0, random.nextInt(USERS.size() + 1) - 1));
    }

    List<String> users() {
        return USERS;
    }

    /** A user, or someone whom no change ever names. */
    String person() {
        return random.nextInt(6) == 0 ? STRANGER : user();
    }

    /** Most often the first; one of them has the id of a user, which must mean nothing. */
    String contact() {
        return CONTACTS.get(Math.max(0, random.nextInt(CONTACTS.size() + 3) - 3));
    }
}
