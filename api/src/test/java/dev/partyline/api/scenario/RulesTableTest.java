package dev.partyline.api.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What the table promises is shown, and nothing else claims to be promised. */
class RulesTableTest {
    @Test
    void everyRowHasAScenarioAndEveryScenarioARow() {
        Set<String> shown = new TreeSet<>();
        ScenarioFiles.all().forEach(scenario -> shown.addAll(scenario.ids()));

        assertThat(RulesTable.ids()).contains("GHL-1", "VXT-9", "TEA-6", "AL-OWN-1", "CH-7", "Q-8");
        assertThat(shown).containsExactlyElementsOf(RulesTable.ids());
    }

    @Test
    void everyScenarioShowsSomething() {
        assertThat(ScenarioFiles.all())
                .allSatisfy(scenario -> assertThat(scenario.ids())
                        .isNotEmpty()
                        .allSatisfy(id -> assertThat(scenario.steps()).hasAtLeastOneElementOfType(Expectation.class)));
    }
}
