package dev.partyline.api.config;

import java.util.Collection;
import java.util.Comparator;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Guesses which key was meant. */
final class NearestKey {
    private static final int FARTHEST = 5;

    private NearestKey() {}

    /** {@code "; did you mean …?"}, or nothing when no known key is near. */
    static String hint(String key, Collection<String> known) {
        LevenshteinDistance distance = new LevenshteinDistance(FARTHEST);
        return known.stream()
                .filter(each -> distance.apply(key, each) >= 0)
                .min(Comparator.comparing((String each) -> distance.apply(key, each))
                        .thenComparing(Comparator.naturalOrder()))
                .map(nearest -> "; did you mean " + nearest + "?")
                .orElse("; config.example.yml has them all");
    }
}
