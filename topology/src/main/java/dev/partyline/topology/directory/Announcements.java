package dev.partyline.topology.directory;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;

/**
 * What has to be told.
 *
 * @param now at once, in this order
 * @param later numbers whose access is told in slices
 */
record Announcements(List<Announcement> now, SortedSet<String> later) {
    /** Nothing. */
    static final Announcements NONE = new Announcements(List.of(), Collections.emptySortedSet());

    Announcements {
        now = List.copyOf(now);
    }

    /** The numbers whose access is told, at once or later. */
    List<String> numbers() {
        List<String> numbers = new ArrayList<>(later);
        for (Announcement announcement : now) {
            if (announcement instanceof Announcement.OfNumber number) {
                numbers.add(number.access().getNumber());
            }
        }
        return numbers;
    }

    /** The contacts whose owner is told, as {@code number|contactId}. */
    List<String> contacts() {
        List<String> contacts = new ArrayList<>();
        for (Announcement announcement : now) {
            if (announcement instanceof Announcement.OfContact contact) {
                contacts.add(
                        contact.access().getNumber() + '|' + contact.access().getContactId());
            }
        }
        return contacts;
    }
}
