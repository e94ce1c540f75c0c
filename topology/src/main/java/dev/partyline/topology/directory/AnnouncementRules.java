package dev.partyline.topology.directory;

import dev.partyline.schema.FeedEntry;
import dev.partyline.schema.FeedEntryKind;
import dev.partyline.schema.UserState;
import java.util.ArrayList;
import java.util.List;

/** What an applied change has to be told of, and in which order: what takes away goes out before what gives. */
final class AnnouncementRules {
    private AnnouncementRules() {}

    /** Rows of users who see nothing any more, then numbers, then users (losers first), then the other users' rows. */
    static List<Announcement> of(DirectoryDelta after) {
        List<Announcement> all = new ArrayList<>(userRows(after, false));
        AffectedRules.numbers(after)
                .forEach(number -> all.add(new Announcement.OfNumber(AccessRules.numberAccess(after, number))));
        AffectedRules.users(after)
                .forEach(userId -> all.add(new Announcement.OfUser(AccessRules.userAccess(after, userId))));
        all.addAll(userRows(after, true));
        return all;
    }

    /** The numbers that {@code announcements} tell anew, in order. */
    static List<String> numbersIn(List<Announcement> announcements) {
        return announcements.stream()
                .filter(Announcement.OfNumber.class::isInstance)
                .map(told -> ((Announcement.OfNumber) told).access().getNumber())
                .toList();
    }

    private static List<Announcement> userRows(DirectoryDelta after, boolean active) {
        List<Announcement> rows = new ArrayList<>();
        after.changedMembers().forEach((userId, member) -> {
            if (member.active() == active && AffectedRules.hasNewRow(after, userId)) {
                rows.add(new Announcement.OfUserRow(after.workspaceId(), userId, row(member, after)));
            }
        });
        return rows;
    }

    private static FeedEntry row(DirectoryMember member, DirectoryDelta after) {
        return FeedEntry.newBuilder()
                .setKind(FeedEntryKind.USER)
                .setReasons(List.of())
                .setUser(new UserState(
                        member.active(), member.profile().role(), after.head().version()))
                .build();
    }
}
