package dev.partyline.api.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The demo's words: who sees what, as text for people. Pure. */
record Picture(Day day) {
    private static final String INDENT = "         ";
    private static final int LABEL = 62;

    /** Who the company is. */
    String opening() {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                "%n%s: %s.%n", day.company(), String.join(", ", day.people().values())));
        day.lines().forEach((line, number) -> text.append(String.format("  %-8s %s%n", line, number)));
        text.append(String.format("%nTheir day, as it goes through the engine:%n%n"));
        return text.toString();
    }

    /** Who sees a record, and who does not. */
    List<String> seenBy(Sight now, String recordId) {
        List<String> seers = new ArrayList<>();
        List<String> others = new ArrayList<>();
        day.people().forEach((user, name) -> {
            String letters = now.records(user).get(recordId);
            if (letters == null) {
                others.add(name);
            } else {
                seers.add(name + " (" + reasons(letters) + ")");
            }
        });
        List<String> lines = new ArrayList<>();
        lines.add(INDENT + "seen by  " + (seers.isEmpty() ? "nobody" : String.join(", ", seers)));
        if (!others.isEmpty() && !seers.isEmpty()) {
            lines.add(INDENT + "not by   " + String.join(", ", others));
        }
        return lines;
    }

    /** Whose feeds a change of the directory altered, and how. */
    List<String> altered(Sight before, Sight now) {
        List<String> lines = new ArrayList<>();
        day.people().forEach((user, name) -> {
            Map<String, String> had = before.records(user);
            Map<String, String> has = now.records(user);
            long more = has.keySet().stream().filter(id -> !had.containsKey(id)).count();
            long fewer =
                    had.keySet().stream().filter(id -> !has.containsKey(id)).count();
            if (more + fewer > 0) {
                lines.add(String.format(
                        Locale.ROOT, "%s%s now sees %d: %d more, %d withdrawn", INDENT, name, has.size(), more, fewer));
            }
        });
        return lines.isEmpty() ? List.of(INDENT + "nobody sees more or less") : lines;
    }

    String why(String rule) {
        return INDENT + "why      " + rule;
    }

    /** All records of the day against all people. */
    String summary(Sight now) {
        StringBuilder text = new StringBuilder(String.format("%nWho sees what now%n%n%-" + LABEL + "s", ""));
        day.people().values().forEach(name -> text.append(String.format(" %-5s", name)));
        text.append(System.lineSeparator());
        for (Event event : day.events()) {
            String id = event.recordId();
            if (!id.isEmpty()) {
                text.append(row(now, event, id)).append(System.lineSeparator());
            }
        }
        text.append(String.format("%-" + LABEL + "s", "records visible"));
        day.people()
                .keySet()
                .forEach(user -> text.append(
                        String.format(Locale.ROOT, " %-5d", now.records(user).size())));
        text.append(
                String.format("%n%nA: as an assignee of the line. P: took part. I: own inbox. A dot: not visible.%n"));
        return text.toString();
    }

    private String row(Sight now, Event event, String id) {
        String label = event.at() + "  " + event.tell();
        String fitting = label.length() < LABEL ? label : label.substring(0, LABEL - 4) + "...";
        StringBuilder row = new StringBuilder(String.format("%-" + LABEL + "s", fitting));
        day.people()
                .keySet()
                .forEach(user ->
                        row.append(String.format(" %-5s", now.records(user).getOrDefault(id, "."))));
        return row.toString().stripTrailing();
    }

    private static String reasons(String letters) {
        List<String> words = new ArrayList<>();
        for (char letter : letters.toCharArray()) {
            words.add(
                    switch (letter) {
                        case 'A' -> "assignee";
                        case 'P' -> "took part";
                        case 'I' -> "own inbox";
                        case 'O' -> "owns the contact";
                        default -> "reason unknown";
                    });
        }
        return String.join(", ", words);
    }
}
