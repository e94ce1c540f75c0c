package dev.partyline.api.scenario;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** One step of a scenario: its kind, and what belongs to it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
@JsonSubTypes({
    @JsonSubTypes.Type(value = Changes.One.class, name = "change"),
    @JsonSubTypes.Type(value = Changes.Several.class, name = "changes"),
    @JsonSubTypes.Type(value = Happening.Call.class, name = "call"),
    @JsonSubTypes.Type(value = Happening.Text.class, name = "text"),
    @JsonSubTypes.Type(value = Happening.Voicemail.class, name = "voicemail"),
    @JsonSubTypes.Type(value = Happening.Erase.class, name = "erase"),
    @JsonSubTypes.Type(value = Feeds.class, name = "feeds"),
    @JsonSubTypes.Type(value = Revisions.class, name = "revisions"),
    @JsonSubTypes.Type(value = Lines.class, name = "lines"),
    @JsonSubTypes.Type(value = Told.class, name = "told"),
    @JsonSubTypes.Type(value = Numbers.class, name = "numbers"),
    @JsonSubTypes.Type(value = Can.class, name = "can"),
    @JsonSubTypes.Type(value = Assignees.class, name = "assignees"),
    @JsonSubTypes.Type(value = Intervals.class, name = "history"),
    @JsonSubTypes.Type(value = Checks.class, name = "check"),
    @JsonSubTypes.Type(value = Explain.class, name = "explain"),
    @JsonSubTypes.Type(value = Members.class, name = "members"),
    @JsonSubTypes.Type(value = NumberRecords.class, name = "records")
})
sealed interface Step permits Changes, Happening, Expectation {}
