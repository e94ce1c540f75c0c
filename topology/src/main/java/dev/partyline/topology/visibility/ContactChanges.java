package dev.partyline.topology.visibility;

import dev.partyline.schema.ContactAccess;

/** Applies changes of a contact's owner; the contact's records follow by a walk of their own. */
final class ContactChanges {
    private final ContactStore contacts;
    private final Walker walker;

    ContactChanges(VisibilityStores stores, Walker walker) {
        this.contacts = stores.contacts();
        this.walker = walker;
    }

    /**
     * @param offset where in {@code contact-access} it stands
     * @param origin the change behind it
     */
    void apply(String contactKey, ContactAccess next, long offset, Origin origin) {
        ContactOwner before = contacts.owner(contactKey);
        AppliedOwner after = AppliedOwner.of(next, offset);
        contacts.put(contactKey, after);
        if (!after.owner().equals(before) && contacts.records().any(contactKey)) {
            walker.contacts().walk(contactKey, origin);
        }
    }
}
