package dev.partyline.api.demo;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an event does: a change of the directory, or a record on a line. Lines go by their short names. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
@JsonSubTypes({
    @JsonSubTypes.Type(value = Step.Number.class, name = "number"),
    @JsonSubTypes.Type(value = Step.Assign.class, name = "assign"),
    @JsonSubTypes.Type(value = Step.Unassign.class, name = "unassign"),
    @JsonSubTypes.Type(value = Step.CallerId.class, name = "callerId"),
    @JsonSubTypes.Type(value = Step.PhoneCall.class, name = "call"),
    @JsonSubTypes.Type(value = Step.Text.class, name = "text"),
    @JsonSubTypes.Type(value = Step.Voicemail.class, name = "voicemail"),
    @JsonSubTypes.Type(value = Step.Erase.class, name = "erase")
})
sealed interface Step {
    /** A step that goes to the topic {@code changes}. */
    sealed interface Change extends Step permits Number, Assign, Unassign, CallerId {}

    /** A step that goes to the topic {@code records}. */
    sealed interface Happening extends Step permits PhoneCall, Text, Voicemail, Erase {}

    record Number(String line, String label) implements Change {}

    /** Since a time of day; null: since it happens. */
    record Assign(String who, String line, @Nullable String since) implements Change {}

    record Unassign(String who, String line) implements Change {}

    record CallerId(String who, String line) implements Change {}

    /** Inbound unless somebody made it; missed unless somebody answered it or made it. */
    record PhoneCall(
            String id,
            String line,
            String peer,
            @Nullable List<String> answered,
            @Nullable String made,
            int seconds) implements Happening {}

    /** Inbound unless there is a sender, or it says outbound: then the system sent it. */
    record Text(
            String id, String line, String peer, @Nullable String sender, boolean outbound, String text)
            implements Happening {}

    /** In the line's default inbox unless it names whose. */
    record Voicemail(
            String id, String line, String peer, @Nullable String inbox, String transcript) implements Happening {}

    /** The content of an earlier record is to go, everywhere. */
    record Erase(String record) implements Happening {}
}
