package dev.partyline.topology.query.check;

import dev.partyline.schema.Interval;
import dev.partyline.schema.NumberAccess;
import dev.partyline.schema.NumberUser;
import dev.partyline.schema.Policy;
import dev.partyline.schema.Role;
import dev.partyline.schema.TelephonyRecord;
import dev.partyline.schema.Voicemail;
import dev.partyline.topology.visibility.ContactOwner;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What if? The same case with one thing changed, to be judged by the same rules. */
public final class SupposeRules {
    private SupposeRules() {}

    /** The user is an active member, and the number knows them. */
    public static Viewing active(Viewing viewing) {
        Standing standing = viewing.standing();
        Member member = standing.member().orElse(new Member(standing.userId(), null, Role.MEMBER, true, false));
        Member active = new Member(member.userId(), member.name(), member.role(), true, false);
        return viewing.with(
                        new Standing(standing.userId(), Optional.of(active), standing.mayAssign(), standing.policy()))
                .with(withUser(viewing.access(), known(viewing), user -> active(user)));
    }

    /**
     * {@code userId}, if not assigned to the number now, is so from {@code from} on; or, as no assignment may go behind the
     * one before, from the end of that.
     */
    public static Viewing assigned(Viewing viewing, String userId, Instant from) {
        NumberUser user = userOn(viewing.access(), userId).orElse(stranger(userId, 0));
        if (Line.assigned(user)) {
            return viewing;
        }
        List<Interval> intervals = new ArrayList<>(user.getIntervals());
        Instant lastEnd = intervals.isEmpty()
                ? from
                : Objects.requireNonNull(intervals.get(intervals.size() - 1).getTo());
        intervals.add(new Interval(lastEnd.isAfter(from) ? lastEnd : from, null));
        return viewing.with(withUser(
                viewing.access(),
                user,
                each -> NumberUser.newBuilder(each).setIntervals(intervals).build()));
    }

    /** The number's policy is another. */
    public static Viewing policy(Viewing viewing, UnaryOperator<Policy.Builder> change) {
        Policy policy =
                change.apply(Policy.newBuilder(viewing.access().getPolicy())).build();
        return viewing.with(
                NumberAccess.newBuilder(viewing.access()).setPolicy(policy).build());
    }

    /** The user owns the record's contact. */
    public static Viewing owner(Viewing viewing) {
        NumberUser user = known(viewing);
        return viewing.with(withUser(viewing.access(), user, each -> each))
                .with(new ContactOwner(viewing.userId(), user.getMembership()));
    }

    /** The voicemail lies in the number's default inbox. */
    public static Viewing defaultInbox(Viewing viewing) {
        Voicemail voicemail = Objects.requireNonNull(viewing.record().getVoicemail());
        return viewing.with(TelephonyRecord.newBuilder(viewing.record())
                .setVoicemail(
                        Voicemail.newBuilder(voicemail).setInboxUserId(null).build())
                .build());
    }

    /** The user as the number knows them, or would once it had met them. */
    private static NumberUser known(Viewing viewing) {
        boolean owns = viewing.userId().equals(viewing.owner().userId());
        return userOn(viewing.access(), viewing.userId())
                .orElse(stranger(viewing.userId(), owns ? viewing.owner().membership() : 0));
    }

    private static Optional<NumberUser> userOn(NumberAccess access, String userId) {
        return access.getUsers().stream()
                .filter(user -> user.getUserId().equals(userId))
                .findFirst();
    }

    private static NumberUser stranger(String userId, long membership) {
        return NumberUser.newBuilder()
                .setUserId(userId)
                .setActive(true)
                .setCalling(false)
                .setTexting(false)
                .setCallerId(false)
                .setIntervals(List.of())
                .setMembership(membership)
                .build();
    }

    private static NumberUser active(NumberUser user) {
        return NumberUser.newBuilder(user).setActive(true).build();
    }

    private static NumberAccess withUser(NumberAccess access, NumberUser user, UnaryOperator<NumberUser> change) {
        List<NumberUser> users = new ArrayList<>(access.getUsers());
        users.removeIf(each -> each.getUserId().equals(user.getUserId()));
        users.add(change.apply(user));
        return NumberAccess.newBuilder(access).setUsers(users).build();
    }
}
