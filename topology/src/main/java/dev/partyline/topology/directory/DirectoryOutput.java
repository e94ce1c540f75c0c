package dev.partyline.topology.directory;

import dev.partyline.schema.ChangeDecision;
import dev.partyline.schema.ContactAccess;
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

    void tell(Announcement announcement, Origin origin) {
        if (announcement instanceof Announcement.OfNumber number) {
            tellNumber(number.access(), origin);
        } else if (announcement instanceof Announcement.OfContact contact) {
            tellContact(contact.access(), origin);
        } else if (announcement instanceof Announcement.OfUser user) {
            tellUser(user.access(), origin);
        } else if (announcement instanceof Announcement.OfUserRow row) {
            tellRow(row, origin);
        }
    }

    private void tellNumber(NumberAccess access, Origin origin) {
        String key = Keys.ofNumber(access.getWorkspaceId(), access.getNumber());
        context.forward(new Record<>(key, access, origin.at(), headers(origin)), DirectoryTopology.NUMBER_ACCESS_SINK);
    }

    private void tellContact(ContactAccess access, Origin origin) {
        String key = Keys.ofContact(access.getWorkspaceId(), access.getNumber(), access.getContactId());
        context.forward(new Record<>(key, access, origin.at(), headers(origin)), DirectoryTopology.CONTACT_ACCESS_SINK);
    }

    private void tellUser(UserAccess access, Origin origin) {
        String key = Keys.ofUser(access.getWorkspaceId(), access.getUserId());
        context.forward(new Record<>(key, access, origin.at()), DirectoryTopology.USER_ACCESS_SINK);
    }

    private void tellRow(Announcement.OfUserRow row, Origin origin) {
        byte[] key = utf8(Keys.ofFeedUser(row.workspaceId(), row.userId()));
        context.forward(
                new Record<>(key, row.row(), origin.at(), rowHeaders(row, origin)), DirectoryTopology.FEED_SINK);
    }

    private static Headers headers(Origin origin) {
        Headers headers = new RecordHeaders();
        origin.changeId().ifPresent(changeId -> headers.add(DirectoryTopology.CHANGE_HEADER, utf8(changeId)));
        origin.actorId().ifPresent(actorId -> headers.add(DirectoryTopology.ACTOR_HEADER, utf8(actorId)));
        if (origin.policy()) {
            headers.add(DirectoryTopology.CAUSE_HEADER, utf8("policy"));
        }
        return headers;
    }

    private static Headers rowHeaders(Announcement.OfUserRow row, Origin origin) {
        String cause = row.row().getUser().getActive() ? "backfill" : "withdraw";
        Headers headers = new RecordHeaders().add(DirectoryTopology.CAUSE_HEADER, utf8(cause));
        origin.changeId().ifPresent(changeId -> headers.add(DirectoryTopology.CHANGE_HEADER, utf8(changeId)));
        return headers;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
