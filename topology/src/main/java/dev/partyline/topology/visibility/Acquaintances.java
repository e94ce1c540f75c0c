package dev.partyline.topology.visibility;

import dev.partyline.schema.TelephonyRecord;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whom and which contacts a number's records name; the directory is asked once about each that is new. */
final class Acquaintances {
    private final ContactStore contacts;
    private final StrangerStore strangers;
    private final EncounterWriter encounters;

    Acquaintances(VisibilityStores stores, EncounterWriter encounters) {
        this.contacts = stores.contacts();
        this.strangers = stores.strangers();
        this.encounters = encounters;
    }

    /** Who owns the record's contact, as far as the number was told. */
    ContactOwner ownerOf(String numberKey, TelephonyRecord record) {
        String contactId = record.getContactId();
        return contactId == null ? ContactOwner.NOBODY : contacts.owner(contactKey(numberKey, contactId));
    }

    /** The record is under this contact from now on, and under {@code before}, if it was, no more. */
    void index(String numberKey, IndexedRecord arrived, @Nullable IndexedRecord before) {
        String contactId = arrived.record().getContactId();
        String contactBefore = before == null ? null : before.record().getContactId();
        if (contactBefore != null && !contactBefore.equals(contactId)) {
            contacts.records().remove(contactKey(numberKey, contactBefore), arrived.position());
        }
        if (contactId != null && !contactId.equals(contactBefore)) {
            String contactKey = contactKey(numberKey, contactId);
            contacts.records().add(contactKey, arrived.position());
            if (!contacts.met(contactKey)) {
                contacts.put(contactKey, AppliedOwner.NONE);
                encounters.contact(arrived.record(), contactId);
            }
        }
    }

    /** The record is gone. */
    void forget(String numberKey, IndexedRecord gone) {
        String contactId = gone.record().getContactId();
        if (contactId != null) {
            contacts.records().remove(contactKey(numberKey, contactId), gone.position());
        }
    }

    /** The record waits until the number's access knows these people. */
    void await(String numberKey, IndexedRecord record, Set<String> unknown) {
        for (String userId : unknown) {
            if (strangers.add(numberKey, userId, record.position())) {
                encounters.person(record.record(), userId);
            }
        }
    }

    private static String contactKey(String numberKey, String contactId) {
        return numberKey + '|' + contactId;
    }
}
