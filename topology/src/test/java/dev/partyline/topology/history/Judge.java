package dev.partyline.topology.history;

import dev.partyline.model.NaiveModel;

/** What a history must come to, and what it has come to so far. */
record Judge(NaiveModel model, FeedLog feed, Findings findings) {
    static Judge of(History history) {
        NaiveModel model = new NaiveModel();
        Findings findings = new Findings(history);
        return new Judge(model, new FeedLog(model, findings::add), findings);
    }
}
