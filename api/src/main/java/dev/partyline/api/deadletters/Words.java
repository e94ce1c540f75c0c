package dev.partyline.api.deadletters;

import java.util.ArrayList;
import java.util.List;

/** Prose in lines that fit a terminal. */
final class Words {
    private static final int WIDTH = 78;

    private Words() {}

    static List<String> wrapped(String prose, String indent) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(indent);
        for (String word : prose.split(" ")) {
            if (line.length() + word.length() > WIDTH && line.length() > indent.length()) {
                lines.add(line.toString().stripTrailing());
                line = new StringBuilder(indent);
            }
            line.append(word).append(' ');
        }
        lines.add(line.toString().stripTrailing());
        return lines;
    }
}
