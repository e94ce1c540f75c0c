package dev.partyline.topology.directory;

import dev.partyline.schema.DirectoryChange;
import dev.partyline.schemas.Ids;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/**
 * What a change must be before it can be decided, whatever the directory says. The fields are found by the schema, so
 * that a new change type is covered by the names of its fields.
 */
public final class ChangeRules {
    private static final Set<String> IDS =
            Set.of("changeId", "workspaceId", "actorId", "userId", "contactId", "ownerId");
    private static final Set<String> LIMITS = Set.of("maxUsersPerNumber", "maxNumbersPerUser", "retentionDays");
    private static final Set<String> TEXTS = Set.of("name", "label");
    /** Names and labels stand in every value that tells of their person or number. */
    static final int MAX_TEXT = 256;

    private static final String UNKNOWN = "UNKNOWN";

    private ChangeRules() {}

    /** The first thing wrong with a change's ids, numbers or contents; empty: it can be decided. */
    public static Optional<ChangeProblem> validate(DirectoryChange change) {
        return malformed(change).or(() -> invalid(change));
    }

    /** The first id or number that breaks the forms of DESIGN 2: a change that no workspace's log should hold. */
    public static Optional<ChangeProblem> malformed(DirectoryChange change) {
        return firstIn(change, ChangeRules::malformedField);
    }

    /** The first content that no change can have: refused as INVALID, with a decision. */
    public static Optional<ChangeProblem> invalid(DirectoryChange change) {
        return firstIn(change, ChangeRules::invalidField);
    }

    private record Field(
            String name, boolean optional, @Nullable Object value) {}

    private static Optional<ChangeProblem> firstIn(
            IndexedRecord holder, Function<Field, Optional<ChangeProblem>> rule) {
        for (Schema.Field field : holder.getSchema().getFields()) {
            Object value = holder.get(field.pos());
            Optional<ChangeProblem> problem = value instanceof IndexedRecord inner
                    ? firstIn(inner, rule)
                    : rule.apply(new Field(field.name(), field.schema().isNullable(), value));
            if (problem.isPresent()) {
                return problem;
            }
        }
        return Optional.empty();
    }

    private static Optional<ChangeProblem> malformedField(Field field) {
        if (IDS.contains(field.name())) {
            boolean fine = field.value() == null
                    ? field.optional()
                    : Ids.isId(field.value().toString());
            return problemUnless(fine, field.name(), Ids.ID_FORM);
        }
        if (field.name().equals("number")) {
            boolean fine = field.value() != null && Ids.isNumber(field.value().toString());
            return problemUnless(fine, field.name(), Ids.NUMBER_FORM);
        }
        if (field.value() instanceof List<?> userIds) {
            boolean fine = userIds.stream().allMatch(id -> id != null && Ids.isId(id.toString()));
            return problemUnless(fine, field.name(), "a list of ids, each " + Ids.ID_FORM);
        }
        return Optional.empty();
    }

    private static Optional<ChangeProblem> invalidField(Field field) {
        if (field.value() instanceof Instant time) {
            return problemUnless(time.toEpochMilli() >= 0, field.name(), "milliseconds since the epoch, not negative");
        }
        if (field.value() instanceof Enum<?> symbol) {
            return problemUnless(
                    !symbol.name().equals(UNKNOWN), field.name(), "a symbol that this version of the engine knows");
        }
        if (field.value() instanceof Integer limit && LIMITS.contains(field.name())) {
            return problemUnless(limit >= 1, field.name(), "1 or more, or null for no limit");
        }
        if (field.value() instanceof String text && TEXTS.contains(field.name())) {
            return problemUnless(text.length() <= MAX_TEXT, field.name(), "at most " + MAX_TEXT + " characters");
        }
        if (field.value() instanceof List<?> userIds) {
            return problemUnless(
                    new HashSet<>(userIds).size() == userIds.size(), field.name(), "a list without duplicates");
        }
        return Optional.empty();
    }

    private static Optional<ChangeProblem> problemUnless(boolean fine, String field, String form) {
        return fine ? Optional.empty() : Optional.of(new ChangeProblem(field, form));
    }
}
