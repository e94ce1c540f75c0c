package dev.partyline.topology.history;

import dev.partyline.model.Acquaintance;
import dev.partyline.schema.ContactAccess;
import dev.partyline.schema.NumberAccess;
import dev.partyline.schema.TelephonyRecord;
import dev.partyline.schemas.Keys;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The accesses that have reached visibility, the newest of each: a live event is decided by them. */
final class Arrived {
    private final Map<String, NumberAccess> accesses = new HashMap<>();
    private final Map<String, ContactAccess> contacts = new HashMap<>();

    void access(NumberAccess access) {
        accesses.put(Keys.ofNumber(access.getWorkspaceId(), access.getNumber()), access);
    }

    void contact(ContactAccess access) {
        contacts.put(key(access.getWorkspaceId(), access.getNumber(), access.getContactId()), access);
    }

    /** Of the number; null: none has arrived. */
    @Nullable
    NumberAccess access(String workspaceId, String number) {
        return accesses.get(Keys.ofNumber(workspaceId, number));
    }

    /** What the record's number knows that matters for it. */
    Acquaintance of(TelephonyRecord record) {
        String workspaceId = record.getWorkspaceId();
        String contactId = record.getContactId();
        ContactAccess contact =
                contactId == null ? null : contacts.get(key(workspaceId, record.getNumber(), contactId));
        return Acquaintance.told(access(workspaceId, record.getNumber()), contact);
    }

    private static String key(String workspaceId, String number, String contactId) {
        return Keys.ofNumber(workspaceId, number) + "|" + contactId;
    }
}
