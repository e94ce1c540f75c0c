package dev.partyline.api.deadletters;

import dev.partyline.topology.intake.DeadLetter.Reason;
import java.util.Arrays;
import java.util.Optional;

/**
 * A reason in words: docs/bad-input.md says the same.
 *
 * @param meaning what is wrong
 * @param remedy what to do about it
 * @param resending when sending it again as it is helps; empty: never, it would come back
 */
public record Explanation(String meaning, String remedy, Optional<String> resending) {
    /** Of a reason by its name; a newer engine may know more of them. */
    public static Explanation of(String reason) {
        return Arrays.stream(Reason.values())
                .filter(known -> known.name().equals(reason))
                .findFirst()
                .map(Explanation::of)
                .orElseGet(() -> new Explanation(
                        "This version of Partyline does not know the reason.",
                        "Ask with the version that the engine has.",
                        Optional.empty()));
    }

    private static Explanation of(Reason reason) {
        return switch (reason) {
            case NOT_AVRO ->
                anew(
                        "The value is not Avro in the Confluent wire format (byte 0, 4-byte schema id, Avro binary),"
                                + " or no datum of the schema that it names.",
                        "Let the producer write with an Avro serializer that uses the schema registry.");
            case UNKNOWN_SCHEMA ->
                again(
                        "The engine's registry has no schema with the id that the value names: the producer uses"
                                + " another registry, or the schema was deleted there.",
                        "Let the producer use the engine's registry, or restore the schema under this id.",
                        "the registry has the schema under this id");
            case WRONG_TYPE ->
                again(
                        "The value is Avro, but of another type than the topic's; or of a kind that this engine is too"
                                + " old to know.",
                        "Publish it to the topic that its type is for; or upgrade the engine.",
                        "the engine was upgraded and knows its type");
            case NULL_KEY ->
                anew("The message has no key.", "The key of a record is its number, of a change its workspaceId.");
            case NULL_VALUE ->
                anew(
                        "The message has no value. Nothing is deleted on this topic.",
                        "To erase a record publish it with kind ERASED.");
            case KEY_MISMATCH ->
                anew(
                        "The key is not the one that the value calls for.",
                        "The key of a record is its number, of a change its workspaceId, as UTF-8.");
            case INVALID ->
                again(
                        "A field breaks the contract; the detail names it and the form wanted. Of a change there is"
                                + " also a decision REJECTED, if its ids are in form.",
                        "Mend the producer. If the detail says so, upgrade the engine.",
                        "it has a symbol that the engine was too old to know, and was upgraded");
            case TOO_LARGE ->
                anew(
                        "Key, value and headers together are larger than the engine takes.",
                        "Put what is large elsewhere, and its address into the event.");
            case WRONG_PARTITION ->
                again(
                        "Somebody else than the engine has published to a topic of the engine's own, or its number of"
                                + " partitions was changed.",
                        "Let the producer publish to records or changes; check with ./partyline topics check.",
                        "the topics are right: it goes to the topic that producers publish to");
        };
    }

    private static Explanation anew(String meaning, String remedy) {
        return new Explanation(meaning, remedy, Optional.empty());
    }

    private static Explanation again(String meaning, String remedy, String when) {
        return new Explanation(meaning, remedy, Optional.of(when));
    }
}
