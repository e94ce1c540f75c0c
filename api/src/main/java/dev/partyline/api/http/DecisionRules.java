package dev.partyline.api.http;

import dev.partyline.api.http.problem.Problem;
import dev.partyline.schema.ChangeDecision;
import dev.partyline.schema.Outcome;
import dev.partyline.schema.RejectionReason;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which HTTP answer a decision is. */
final class DecisionRules {
    private DecisionRules() {}

    /** 201 accepted, 200 unchanged; a refusal by its reason. What this version does not know counts as refused. */
    static int status(ChangeDecision decision) {
        if (decision.getOutcome() == Outcome.ACCEPTED) {
            return 201;
        }
        return decision.getOutcome() == Outcome.UNCHANGED ? 200 : status(decision.getReason());
    }

    static boolean isRefusal(ChangeDecision decision) {
        return status(decision) >= 400;
    }

    /** The problem document of a refusal. */
    static Problem problem(ChangeDecision decision) {
        RejectionReason reason = reasonOf(decision);
        String words = reason.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        String title = Character.toUpperCase(words.charAt(0)) + words.substring(1);
        String detail = decision.getDetail();
        return new Problem(status(decision), title, detail == null ? words : detail, Map.of())
                .with("changeId", decision.getChangeId())
                .with("outcome", decision.getOutcome().name())
                .with("reason", reason.name());
    }

    private static RejectionReason reasonOf(ChangeDecision decision) {
        RejectionReason reason = decision.getReason();
        return reason == null ? RejectionReason.UNKNOWN : reason;
    }

    private static int status(@Nullable RejectionReason reason) {
        if (reason == null) {
            return 422;
        }
        return switch (reason) {
            case ACTOR_NOT_ALLOWED -> 403;
            case NUMBER_UNKNOWN -> 404;
            case NOT_A_MEMBER, NUMBER_FULL, USER_FULL, NOT_ASSIGNED -> 409;
            case INVALID, UNKNOWN -> 422;
        };
    }
}
