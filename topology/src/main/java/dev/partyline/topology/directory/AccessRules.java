package dev.partyline.topology.directory;

import dev.partyline.schema.ContactAccess;
import dev.partyline.schema.Interval;
import dev.partyline.schema.NumberAccess;
import dev.partyline.schema.NumberUser;
import dev.partyline.schema.UserAccess;
import dev.partyline.schema.UserLine;
import dev.partyline.topology.assignment.Span;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A directory, told: who has access to a number, and which lines a user has. */
final class AccessRules {
    private AccessRules() {}

    static NumberAccess numberAccess(DirectoryView view, String number) {
        DirectoryNumber state = view.numberOrUnused(number);
        List<NumberUser> users = state.users().stream()
                .map(userId -> numberUser(view, state, userId))
                .toList();
        return NumberAccess.newBuilder()
                .setWorkspaceId(view.workspaceId())
                .setNumber(number)
                .setLabel(state.settings().label().orElse(null))
                .setPolicy(view.policyOn(number))
                .setVersion(view.head().version())
                .setRouting(state.routing())
                .setUsers(users)
                .setReturning(state.users().stream()
                        .filter(userId -> view.member(userId)
                                .filter(DirectoryMember::returning)
                                .isPresent())
                        .toList())
                .build();
    }

    static ContactAccess contactAccess(DirectoryView view, String contactId, String number) {
        DirectoryContact contact = view.contactOrNew(contactId);
        Optional<String> owner = view.ownerOf(contact);
        return ContactAccess.newBuilder()
                .setWorkspaceId(view.workspaceId())
                .setNumber(number)
                .setContactId(contactId)
                .setOwnerId(owner.orElse(null))
                .setMembership(owner.isPresent() ? contact.membership() : 0)
                .setVersion(view.head().version())
                .build();
    }

    static UserAccess userAccess(DirectoryView view, String userId) {
        DirectoryMember member = view.member(userId)
                .orElseThrow(() -> new IllegalArgumentException(userId + " is nobody the directory knows"));
        List<UserLine> lines = member.numbers().stream()
                .flatMap(number -> line(view.numberOrUnused(number), new LineId(number, userId)).stream())
                .toList();
        return UserAccess.newBuilder()
                .setWorkspaceId(view.workspaceId())
                .setUserId(userId)
                .setName(member.profile().name().orElse(null))
                .setRole(member.profile().role())
                .setActive(member.active())
                .setVersion(view.head().version())
                .setLines(lines)
                .build();
    }

    /** The user's line on the number; empty when they are neither assigned nor routed and have no caller ID access. */
    static Optional<UserLine> line(DirectoryNumber state, LineId id) {
        DirectoryLine line = state.line(id.userId());
        boolean routed = state.routes(id.userId());
        if (!line.assigned() && !line.permissions().callerId() && !routed) {
            return Optional.empty();
        }
        return Optional.of(UserLine.newBuilder()
                .setNumber(id.number())
                .setLabel(state.settings().label().orElse(null))
                .setAssigned(line.assigned())
                .setCalling(line.permissions().calling())
                .setTexting(line.permissions().texting())
                .setCallerId(line.permissions().callerId())
                .setRouted(routed)
                .setSince(since(line))
                .build());
    }

    private static NumberUser numberUser(DirectoryView view, DirectoryNumber state, String userId) {
        DirectoryLine line = state.line(userId);
        return NumberUser.newBuilder()
                .setUserId(userId)
                .setActive(view.active(userId))
                .setMembership(
                        view.person(userId).map(DirectoryMember::memberships).orElse(0L))
                .setCalling(line.permissions().calling())
                .setTexting(line.permissions().texting())
                .setCallerId(line.permissions().callerId())
                .setIntervals(line.history().spans().stream()
                        .map(AccessRules::interval)
                        .toList())
                .build();
    }

    private static Interval interval(Span span) {
        return new Interval(Instant.ofEpochMilli(span.from()), span.isOpen() ? null : Instant.ofEpochMilli(span.to()));
    }

    private static @Nullable Instant since(DirectoryLine line) {
        return line.assigned() ? Instant.ofEpochMilli(line.history().openSince().getAsLong()) : null;
    }
}
