package dev.partyline.topology.directory;

import dev.partyline.schema.Policy;
import dev.partyline.schema.Role;
import dev.partyline.schema.Routing;
import dev.partyline.schema.RoutingMode;
import dev.partyline.topology.assignment.AssignmentHistory;
import dev.partyline.topology.assignment.Span;
import dev.partyline.topology.state.StoredContact;
import dev.partyline.topology.state.StoredHead;
import dev.partyline.topology.state.StoredLine;
import dev.partyline.topology.state.StoredMember;
import dev.partyline.topology.state.StoredNumber;
import dev.partyline.topology.state.StoredSpan;
import dev.partyline.topology.state.UntoldState;
import dev.partyline.topology.store.StateCodec;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** The directory's nouns as Avro state, and back. */
final class StoredForms {
    private static final StateCodec<Policy> POLICY = StateCodec.of(Policy.class);

    private StoredForms() {}

    static StoredHead stored(DirectoryHead head) {
        return new StoredHead(head.version(), storedPolicy(head.policy()));
    }

    static DirectoryHead head(StoredHead stored) {
        return new DirectoryHead(stored.getVersion(), policy(stored.getPolicy()));
    }

    static StoredMember stored(DirectoryMember member) {
        MemberProfile profile = member.profile();
        return StoredMember.newBuilder()
                .setName(profile.name().orElse(null))
                .setRole(profile.role().name())
                .setActive(profile.active())
                .setStanding(member.standing().name())
                .setMemberships(member.memberships())
                .setReturning(member.returning())
                .setNumbers(List.copyOf(member.numbers()))
                .build();
    }

    static DirectoryMember member(StoredMember stored) {
        MemberProfile profile = new MemberProfile(
                Optional.ofNullable(stored.getName()), Role.valueOf(stored.getRole()), stored.getActive());
        return new DirectoryMember(
                profile,
                Standing.valueOf(stored.getStanding()),
                stored.getMemberships(),
                stored.getReturning(),
                new TreeSet<>(stored.getNumbers()));
    }

    static StoredContact stored(DirectoryContact contact) {
        return new StoredContact(contact.ownerId().orElse(null), contact.membership(), List.copyOf(contact.numbers()));
    }

    static DirectoryContact contact(StoredContact stored) {
        return new DirectoryContact(
                Optional.ofNullable(stored.getOwnerId()), stored.getMembership(), new TreeSet<>(stored.getNumbers()));
    }

    static UntoldState stored(Origin origin) {
        return new UntoldState(
                origin.changeId().orElse(null), origin.actorId().orElse(null), origin.policy(), origin.at());
    }

    static Origin origin(UntoldState stored) {
        return new Origin(
                Optional.ofNullable(stored.getChangeId()),
                Optional.ofNullable(stored.getActor()),
                stored.getPolicy(),
                stored.getAt());
    }

    static StoredNumber stored(DirectoryNumber number) {
        NumberSettings settings = number.settings();
        return StoredNumber.newBuilder()
                .setInUse(settings.inUse())
                .setLabel(settings.label().orElse(null))
                .setPolicy(settings.policy().map(StoredForms::storedPolicy).orElse(null))
                .setRouted(number.routing().getUserIds())
                .setMode(number.routing().getMode().name())
                .setLines(number.lines().entrySet().stream()
                        .map(line -> stored(line.getKey(), line.getValue()))
                        .toList())
                .build();
    }

    static DirectoryNumber number(StoredNumber stored) {
        NumberSettings settings = new NumberSettings(
                stored.getInUse(),
                Optional.ofNullable(stored.getLabel()),
                Optional.ofNullable(stored.getPolicy()).map(StoredForms::policy));
        Routing routing = new Routing(List.copyOf(stored.getRouted()), RoutingMode.valueOf(stored.getMode()));
        SortedMap<String, DirectoryLine> lines = new TreeMap<>();
        stored.getLines().forEach(line -> lines.put(line.getUserId(), line(line)));
        return new DirectoryNumber(settings, routing, lines);
    }

    private static StoredLine stored(String userId, DirectoryLine line) {
        return StoredLine.newBuilder()
                .setUserId(userId)
                .setLastSwitch(line.lastSwitch())
                .setCalling(line.permissions().calling())
                .setTexting(line.permissions().texting())
                .setCallerId(line.permissions().callerId())
                .setSpans(line.history().spans().stream()
                        .map(span -> new StoredSpan(span.from(), span.isOpen() ? null : span.to()))
                        .toList())
                .build();
    }

    private static DirectoryLine line(StoredLine stored) {
        Function<StoredSpan, Span> span = from ->
                new Span(from.getFrom(), Optional.ofNullable(from.getTo()).orElse(Span.OPEN));
        return new DirectoryLine(
                new AssignmentHistory(stored.getSpans().stream().map(span).toList()),
                stored.getLastSwitch(),
                new Permissions(stored.getCalling(), stored.getTexting(), stored.getCallerId()));
    }

    private static ByteBuffer storedPolicy(Policy policy) {
        return ByteBuffer.wrap(POLICY.encode(policy));
    }

    private static Policy policy(ByteBuffer stored) {
        byte[] bytes = new byte[stored.remaining()];
        stored.duplicate().get(bytes);
        return POLICY.decode(bytes);
    }
}
