package dev.partyline.topology.directory;

import dev.partyline.schema.ContactOwnerSet;
import java.util.List;
import java.util.Optional;

/** Decides whose a contact is (GHL-8, GHL-9). */
final class ContactRules {
    private ContactRules() {}

    static Verdict setOwner(ContactOwnerSet change, Request request) {
        Effect put = new Effect.ContactPut(change.getContactId(), Optional.ofNullable(change.getOwnerId()));
        List<String> owner = Optional.ofNullable(change.getOwnerId()).stream().toList();
        return Verdict.refusedOr(
                AdmissionRules.refusalOfUsers(request.view(), "ownerId", owner),
                () -> request.outcome(AdmissionRules.withNewcomers(request.view(), owner, put)));
    }
}
