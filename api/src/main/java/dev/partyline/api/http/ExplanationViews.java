package dev.partyline.api.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.partyline.api.http.json.AvroJsonWriter;
import dev.partyline.api.http.json.RecordJson;
import dev.partyline.topology.query.explain.Explanation;
import dev.partyline.topology.query.explain.Fact;
import dev.partyline.topology.query.explain.Remedy;
import dev.partyline.topology.query.explain.RuleTried;
import java.util.List;

/** Explanations as JSON for callers. */
final class ExplanationViews {
    private ExplanationViews() {}

    static ObjectNode view(Explanation explanation) {
        ObjectNode view = JsonNodeFactory.instance.objectNode();
        view.put("user", explanation.userId());
        view.set("record", RecordJson.write(explanation.record()));
        view.put("visible", explanation.visible());
        view.set("reasons", AvroJsonWriter.value(explanation.reasons()));
        ArrayNode rules = view.putArray("rules");
        explanation.rules().forEach(tried -> addRule(rules.addObject(), tried));
        ArrayNode remedies = view.putArray("remedies");
        explanation.remedies().forEach(remedy -> addRemedy(remedies.addObject(), remedy));
        return view;
    }

    private static void addRule(ObjectNode view, RuleTried tried) {
        view.put("rule", tried.rule().name());
        view.put("holds", tried.holds());
        view.put("applies", tried.applies());
        addFacts(view.putArray("facts"), tried.facts());
        view.put("because", tried.because());
    }

    private static void addFacts(ArrayNode view, List<Fact> facts) {
        for (Fact fact : facts) {
            ObjectNode item = view.addObject().put("fact", fact.fact());
            item.set("value", AvroJsonWriter.value(fact.value()));
            item.set("since", AvroJsonWriter.value(fact.since()));
            item.set("until", AvroJsonWriter.value(fact.until()));
        }
    }

    private static void addRemedy(ObjectNode view, Remedy remedy) {
        view.put("change", remedy.change()).put("words", remedy.words());
        view.putObject("by").put("needs", remedy.needs()).set("members", AvroJsonWriter.value(remedy.members()));
    }
}
