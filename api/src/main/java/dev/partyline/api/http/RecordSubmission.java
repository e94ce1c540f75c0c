package dev.partyline.api.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.partyline.api.http.json.RecordJson;
import dev.partyline.api.http.problem.Problem;
import dev.partyline.api.http.problem.ProblemException;
import dev.partyline.api.intake.Intake;
import dev.partyline.schema.TelephonyRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Submits records: each good one is stored, whatever the others are. */
final class RecordSubmission {
    private final Intake intake;
    private final RecordJson json;

    RecordSubmission(Intake intake, RecordJson json) {
        this.intake = intake;
        this.json = json;
    }

    /**
     * What became of each of {@code members}, in their order: empty when it is stored, else why it is not.
     *
     * @param path where the members' array stands in the request; empty: it is the whole
     */
    List<Optional<Problem>> submit(List<JsonNode> members, String workspaceId, String path) {
        List<CompletableFuture<Optional<Problem>>> outcomes = new ArrayList<>(members.size());
        for (int i = 0; i < members.size(); i++) {
            outcomes.add(submit(members.get(i), workspaceId, path + "[" + i + "]"));
        }
        return outcomes.stream().map(CompletableFuture::join).toList();
    }

    private CompletableFuture<Optional<Problem>> submit(JsonNode member, String workspaceId, String path) {
        try {
            TelephonyRecord record = json.read(member, workspaceId, path);
            return intake.publish(record)
                    .handle((stored, failure) -> Optional.ofNullable(failure).map(IntakeProblems::of));
        } catch (ProblemException e) {
            return CompletableFuture.completedFuture(Optional.of(e.problem()));
        }
    }
}
