package dev.partyline.api.scenario;

/** What must be so at this point of a scenario. Two are equal when they say the same. */
sealed interface Expectation extends Step
        permits Assignees,
                Can,
                Checks,
                Explain,
                Feeds,
                Intervals,
                Lines,
                Members,
                NumberRecords,
                Numbers,
                Revisions,
                Told {
    /** What is so, in the words of this expectation and as far as it asks. */
    Expectation found(Play play);
}
