package dev.partyline.api.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.partyline.api.http.AssigneeRules.Assignee;
import dev.partyline.api.http.json.AvroJsonWriter;
import dev.partyline.schema.Interval;
import dev.partyline.schema.NumberAccess;
import dev.partyline.schema.NumberUser;
import java.util.List;

/** A number's access as JSON for callers. */
final class NumberViews {
    private NumberViews() {}

    /** Permissions are those of today: they stand only with assignments that still hold, for no history of them is kept. */
    static ObjectNode assignees(NumberAccess access, List<Assignee> assignees) {
        ObjectNode view = head(access);
        ArrayNode list = view.putArray("assignees");
        assignees.forEach(assignee -> addAssignee(list.addObject(), assignee.user(), assignee.interval()));
        return view;
    }

    /** Everybody who ever was assigned; {@code to} is null while the assignment holds. */
    static ObjectNode history(NumberAccess access) {
        ObjectNode view = head(access);
        ArrayNode list = view.putArray("users");
        for (NumberUser user : access.getUsers()) {
            if (!user.getIntervals().isEmpty()) {
                list.addObject()
                        .put("userId", user.getUserId())
                        .put("active", user.getActive())
                        .set("intervals", AvroJsonWriter.records(user.getIntervals()));
            }
        }
        return view;
    }

    private static ObjectNode head(NumberAccess access) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("number", access.getNumber())
                .put("label", access.getLabel())
                .put("version", access.getVersion());
    }

    private static void addAssignee(ObjectNode view, NumberUser user, Interval interval) {
        view.put("userId", user.getUserId());
        view.put("active", user.getActive());
        view.put("since", interval.getFrom().toEpochMilli());
        if (interval.getTo() == null) {
            view.put("calling", user.getCalling());
            view.put("texting", user.getTexting());
        } else {
            view.put("until", interval.getTo().toEpochMilli());
        }
    }
}
