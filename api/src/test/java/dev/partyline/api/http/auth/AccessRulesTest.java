package dev.partyline.api.http.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partyline.api.http.auth.AccessRules.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every set of scopes, for every set of needed ones. */
class AccessRulesTest {
    private static final Optional<String> NONE = Optional.empty();
    private static final Optional<String> OWN_WORKSPACE = Optional.of("acme");
    private static final Optional<String> OWN_USER = Optional.of("ana");
    private static final Optional<String> OTHER = Optional.of("other");

    /** Of which every set is tried as needed, against every set as had. */
    static List<Set<Scope>> scopes() {
        List<Set<Scope>> sets = new ArrayList<>();
        for (int bits = 0; bits < 1 << Scope.values().length; bits++) {
            Set<Scope> set = EnumSet.noneOf(Scope.class);
            for (Scope scope : Scope.values()) {
                if ((bits & 1 << scope.ordinal()) != 0) {
                    set.add(scope);
                }
            }
            sets.add(set);
        }
        return sets;
    }

    @ParameterizedTest
    @MethodSource("scopes")
    void anotherWorkspaceIsForeignWhateverTheScopes(Set<Scope> had) {
        for (Set<Scope> needed : scopes()) {
            assertThat(AccessRules.judge(caller(had), needed, OTHER, OWN_USER)).isEqualTo(Verdict.FOREIGN);
            assertThat(AccessRules.judge(caller(had), needed, OTHER, NONE)).isEqualTo(Verdict.FOREIGN);
        }
    }

    @ParameterizedTest
    @MethodSource("scopes")
    void oneOfTheNeededScopesIsEnoughForOnesOwn(Set<Scope> had) {
        for (Set<Scope> needed : scopes()) {
            boolean enough = needed.isEmpty() || had.stream().anyMatch(needed::contains);
            Verdict verdict = enough ? Verdict.ALLOWED : Verdict.OUT_OF_SCOPE;
            assertThat(AccessRules.judge(caller(had), needed, OWN_WORKSPACE, OWN_USER))
                    .isEqualTo(verdict);
            assertThat(AccessRules.judge(caller(had), needed, OWN_WORKSPACE, NONE))
                    .isEqualTo(verdict);
            assertThat(AccessRules.judge(caller(had), needed, NONE, NONE)).isEqualTo(verdict);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "INBOX OPS, INBOX, FOREIGN",
        "INBOX OPS, OPS, ALLOWED",
        "INBOX OPS, INBOX OPS, ALLOWED",
        "INBOX OPS, INBOX INGEST, FOREIGN",
        "INBOX OPS, INGEST, OUT_OF_SCOPE",
        "INBOX, INBOX OPS INGEST, FOREIGN",
        "OPS, INBOX, OUT_OF_SCOPE",
    })
    void anotherUserIsForeignToWhoHasInboxAlone(String needed, String had, Verdict verdict) {
        assertThat(AccessRules.judge(caller(parse(had)), parse(needed), OWN_WORKSPACE, OTHER))
                .isEqualTo(verdict);
    }

    @ParameterizedTest
    @MethodSource("scopes")
    void onlyOperatorsAskAboutOthers(Set<Scope> had) {
        assertThat(AccessRules.mayAskAbout(caller(had), "ana")).isTrue();
        assertThat(AccessRules.mayAskAbout(caller(had), "Ana")).isEqualTo(had.contains(Scope.OPS));
    }

    @ParameterizedTest
    @MethodSource("scopes")
    void onlyTheUpstreamActsAsOthersOrAsNobody(Set<Scope> had) {
        boolean upstream = had.contains(Scope.INGEST);
        assertThat(AccessRules.mayActAs(caller(had), "ana")).isTrue();
        assertThat(AccessRules.mayActAs(caller(had), "ben")).isEqualTo(upstream);
        assertThat(AccessRules.mayActAs(caller(had), null)).isEqualTo(upstream);
    }

    @Test
    void scopesAreReadFromTheirClaimAndThoseOfOthersLeftOut() {
        assertThat(Scope.parse("openid ops  inbox profile OPS ingestion")).containsExactly(Scope.INBOX, Scope.OPS);
        assertThat(Scope.parse("")).isEmpty();
        for (Set<Scope> set : scopes()) {
            assertThat(Scope.parse(Scope.join(set))).isEqualTo(set);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "health, true",
        "openapi.json, true",
        "internal/range, true",
        "internal, false",
        "health/, false",
        "Health, false",
        "%68ealth, false",
        "v1/internal/x, false",
        "v1/presets, false",
        "'', false"
    })
    void fewPathsAreFree(String path, boolean free) {
        assertThat(FreePaths.isFree(path)).isEqualTo(free);
    }

    private static Caller caller(Set<Scope> scopes) {
        return new Caller("acme", "ana", scopes, Instant.EPOCH);
    }

    private static Set<Scope> parse(String names) {
        Set<Scope> set = EnumSet.noneOf(Scope.class);
        for (String name : names.split(" ")) {
            set.add(Scope.valueOf(name));
        }
        return set;
    }
}
