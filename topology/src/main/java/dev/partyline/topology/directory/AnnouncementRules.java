package dev.partyline.topology.directory;

import dev.partyline.schema.FeedEntry;
import dev.partyline.schema.FeedEntryKind;
import dev.partyline.schema.UserState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;

/** What an applied change has to be told of, and in which order: what takes away goes out before what gives. */
final class AnnouncementRules {
    private AnnouncementRules() {}

    /** More numbers than this are told in slices. */
    private static final int AT_ONCE = 16;

    /**
     * Of a change: rows of users who see nothing any more, then contacts, numbers, users (losers first), then the other
     * users' rows.
     */
    static Announcements ofChange(DirectoryDelta after) {
        SortedSet<String> numbers = AffectedRules.numbers(after);
        return of(
                after,
                numbers.size() > AT_ONCE ? numbers : Collections.emptySortedSet(),
                after.head().version());
    }

    /** Of an encounter: the same, all numbers in slices, so that a burst of acquaintances is told in one value. */
    static Announcements ofEncounter(DirectoryDelta after) {
        return of(after, AffectedRules.numbers(after), after.head().version());
    }

    /**
     * Of a user's return: their row, as of the last change that they waited for.
     *
     * @param version the workspace's change counter as of that change
     */
    static Announcements ofReturn(DirectoryDelta after, long version) {
        return of(after, AffectedRules.numbers(after), version);
    }

    private static Announcements of(DirectoryDelta after, SortedSet<String> later, long version) {
        List<Announcement> now = new ArrayList<>(userRows(after, false, version));
        after.numbersToTellOfContacts()
                .forEach((contactId, numbers) -> numbers.forEach(number ->
                        now.add(new Announcement.OfContact(AccessRules.contactAccess(after, contactId, number)))));
        AffectedRules.numbers(after).stream()
                .filter(number -> !later.contains(number))
                .forEach(number -> now.add(new Announcement.OfNumber(AccessRules.numberAccess(after, number))));
        AffectedRules.users(after)
                .forEach(userId -> now.add(new Announcement.OfUser(AccessRules.userAccess(after, userId))));
        now.addAll(userRows(after, true, version));
        return new Announcements(now, later);
    }

    private static List<Announcement> userRows(DirectoryDelta after, boolean shown, long version) {
        List<Announcement> rows = new ArrayList<>();
        after.changedPeople().forEach((userId, member) -> {
            if (member.shown() == shown && AffectedRules.hasNewRow(after, userId)) {
                rows.add(new Announcement.OfUserRow(after.workspaceId(), userId, row(member, version)));
            }
        });
        return rows;
    }

    private static FeedEntry row(DirectoryMember member, long version) {
        return FeedEntry.newBuilder()
                .setKind(FeedEntryKind.USER)
                .setReasons(List.of())
                .setUser(new UserState(member.shown(), member.profile().role(), version))
                .build();
    }
}
