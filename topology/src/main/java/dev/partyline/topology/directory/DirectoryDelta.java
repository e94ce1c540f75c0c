package dev.partyline.topology.directory;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** A workspace's directory with effects put on it: what changed, and the whole as it is then. */
final class DirectoryDelta implements DirectoryView {
    private final DirectoryView before;
    private final SortedMap<String, DirectoryNumber> numbers = new TreeMap<>();
    private final SortedMap<String, DirectoryMember> people = new TreeMap<>();
    private final SortedMap<String, DirectoryContact> contacts = new TreeMap<>();
    private final SortedMap<String, SortedSet<String>> numbersToTellOfContacts = new TreeMap<>();
    private DirectoryHead head;

    private DirectoryDelta(DirectoryView before, DirectoryHead head) {
        this.before = before;
        this.head = head;
    }

    /** One version on: for an accepted change. */
    static DirectoryDelta ofChange(DirectoryView before) {
        return new DirectoryDelta(before, before.head().next());
    }

    /** At the same version: for what records tell, which decides nothing. */
    static DirectoryDelta ofEncounter(DirectoryView before) {
        return new DirectoryDelta(before, before.head());
    }

    DirectoryView before() {
        return before;
    }

    SortedMap<String, DirectoryNumber> changedNumbers() {
        return Collections.unmodifiableSortedMap(numbers);
    }

    SortedMap<String, DirectoryMember> changedPeople() {
        return Collections.unmodifiableSortedMap(people);
    }

    SortedMap<String, DirectoryContact> changedContacts() {
        return Collections.unmodifiableSortedMap(contacts);
    }

    /** Which numbers must hear of which contacts' owners. */
    SortedMap<String, SortedSet<String>> numbersToTellOfContacts() {
        return Collections.unmodifiableSortedMap(numbersToTellOfContacts);
    }

    void put(Effect effect) {
        if (effect instanceof Effect.PolicyPut policy) {
            head = head.with(policy.policy());
        } else if (effect instanceof Effect.MemberPut member) {
            people.put(member.userId(), personOrStranger(member.userId()).as(member.profile(), member.removed()));
        } else if (effect instanceof Effect.NumberPut number) {
            putNumber(number.number(), number.state());
        } else if (effect instanceof Effect.ContactPut contact) {
            putContact(contact);
        } else if (effect instanceof Effect.ContactMet met) {
            meet(met);
        } else if (effect instanceof Effect.Returned returned) {
            people.put(returned.userId(), personOrStranger(returned.userId()).with(false));
        }
    }

    private void putNumber(String number, DirectoryNumber state) {
        SortedSet<String> newcomers = state.users();
        newcomers.removeAll(numberOrUnused(number).users());
        newcomers.forEach(userId -> people.put(userId, personOrStranger(userId).on(number)));
        numbers.put(number, state);
    }

    private void putContact(Effect.ContactPut put) {
        long membership = put.ownerId()
                .map(ownerId -> personOrStranger(ownerId).memberships())
                .orElse(0L);
        DirectoryContact contact = contactOrNew(put.contactId()).ownedBy(put.ownerId(), membership);
        contacts.put(put.contactId(), contact);
        contact.numbers().forEach(number -> tellOf(put.contactId(), contact, number));
    }

    private void meet(Effect.ContactMet met) {
        DirectoryContact contact = contactOrNew(met.contactId()).on(met.number());
        contacts.put(met.contactId(), contact);
        if (ownerOf(contact).isPresent()) {
            tellOf(met.contactId(), contact, met.number());
        }
    }

    /** Whoever owns a contact that the number has met is known to the number: it alone says whether they are active. */
    private void tellOf(String contactId, DirectoryContact contact, String number) {
        numbersToTellOfContacts
                .computeIfAbsent(contactId, unused -> new TreeSet<>())
                .add(number);
        ownerOf(contact).ifPresent(ownerId -> {
            DirectoryNumber state = numberOrUnused(number);
            DirectoryNumber knowing = state.knowing(Set.of(ownerId));
            if (knowing != state && LimitRules.roomForAcquaintance(state)) {
                putNumber(number, knowing);
            }
        });
    }

    private DirectoryMember personOrStranger(String userId) {
        return person(userId).orElse(DirectoryMember.STRANGER);
    }

    @Override
    public String workspaceId() {
        return before.workspaceId();
    }

    @Override
    public DirectoryHead head() {
        return head;
    }

    @Override
    public Optional<DirectoryNumber> number(String number) {
        return Optional.ofNullable(numbers.get(number)).or(() -> before.number(number));
    }

    @Override
    public Optional<DirectoryMember> person(String userId) {
        return Optional.ofNullable(people.get(userId)).or(() -> before.person(userId));
    }

    @Override
    public Optional<DirectoryContact> contact(String contactId) {
        return Optional.ofNullable(contacts.get(contactId)).or(() -> before.contact(contactId));
    }

    @Override
    public SortedSet<String> numbers() {
        SortedSet<String> all = new TreeSet<>(before.numbers());
        all.addAll(numbers.keySet());
        return all;
    }
}
