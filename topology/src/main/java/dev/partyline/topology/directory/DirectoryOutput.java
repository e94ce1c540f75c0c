package dev.partyline.topology.directory;

import dev.partyline.schema.ChangeDecision;
import dev.partyline.schema.NumberAccess;
import dev.partyline.schema.UserAccess;
import dev.partyline.schemas.Keys;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** What the directory says, addressed to the sinks of {@link DirectoryTopology}. */
final class DirectoryOutput {
    private final ProcessorContext<Object, Object> context;

    DirectoryOutput(ProcessorContext<Object, Object> context) {
        this.context = context;
    }

    void tell(ChangeDecision decision, long timestamp) {
        context.forward(new Record<>(decision.getWorkspaceId(), decision, timestamp), DirectoryTopology.DECISIONS_SINK);
    }

    void tell(Announcement announcement, Request cause) {
        if (announcement instanceof Announcement.OfNumber number) {
            tellNumber(number.access(), cause);
        } else if (announcement instanceof Announcement.OfUser user) {
            tellUser(user.access(), cause);
        } else if (announcement instanceof Announcement.OfUserRow row) {
            tellRow(row, cause);
        }
    }

    private void tellNumber(NumberAccess access, Request cause) {
        Headers headers = changeHeader(cause);
        cause.actorId().ifPresent(actorId -> headers.add(DirectoryTopology.ACTOR_HEADER, utf8(actorId)));
        String key = Keys.ofNumber(access.getWorkspaceId(), access.getNumber());
        context.forward(new Record<>(key, access, cause.appendedAt(), headers), DirectoryTopology.NUMBER_ACCESS_SINK);
    }

    private void tellUser(UserAccess access, Request cause) {
        String key = Keys.ofUser(access.getWorkspaceId(), access.getUserId());
        context.forward(new Record<>(key, access, cause.appendedAt()), DirectoryTopology.USER_ACCESS_SINK);
    }

    private void tellRow(Announcement.OfUserRow row, Request cause) {
        byte[] key = utf8(Keys.ofFeedUser(row.workspaceId(), row.userId()));
        context.forward(
                new Record<>(key, row.row(), cause.appendedAt(), changeHeader(cause)), DirectoryTopology.FEED_SINK);
    }

    private static Headers changeHeader(Request cause) {
        return new RecordHeaders()
                .add(DirectoryTopology.CHANGE_HEADER, utf8(cause.change().getChangeId()));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
