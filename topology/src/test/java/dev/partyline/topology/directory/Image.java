package dev.partyline.topology.directory;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** A directory held in memory; equal to another one when everything in it is. */
record Image(
        String workspaceId,
        DirectoryHead head,
        SortedMap<String, DirectoryNumber> knownNumbers,
        SortedMap<String, DirectoryMember> knownPeople,
        SortedMap<String, DirectoryContact> knownContacts)
        implements DirectoryView {

    static Image empty(String workspaceId) {
        return new Image(
                workspaceId,
                DirectoryHead.NEW,
                Collections.emptySortedMap(),
                Collections.emptySortedMap(),
                Collections.emptySortedMap());
    }

    Image with(DirectoryDelta delta) {
        return new Image(
                workspaceId,
                delta.head(),
                merged(knownNumbers, delta.changedNumbers()),
                merged(knownPeople, delta.changedPeople()),
                merged(knownContacts, delta.changedContacts()));
    }

    /** The same after a way through the stored form. */
    Image storedAndRead() {
        SortedMap<String, DirectoryNumber> numbers = new TreeMap<>(knownNumbers);
        numbers.replaceAll((number, state) -> StoredForms.number(StoredForms.stored(state)));
        SortedMap<String, DirectoryMember> people = new TreeMap<>(knownPeople);
        people.replaceAll((userId, person) -> StoredForms.member(StoredForms.stored(person)));
        SortedMap<String, DirectoryContact> contacts = new TreeMap<>(knownContacts);
        contacts.replaceAll((contactId, contact) -> StoredForms.contact(StoredForms.stored(contact)));
        return new Image(workspaceId, StoredForms.head(StoredForms.stored(head)), numbers, people, contacts);
    }

    @Override
    public Optional<DirectoryNumber> number(String number) {
        return Optional.ofNullable(knownNumbers.get(number));
    }

    @Override
    public Optional<DirectoryMember> person(String userId) {
        return Optional.ofNullable(knownPeople.get(userId));
    }

    @Override
    public Optional<DirectoryContact> contact(String contactId) {
        return Optional.ofNullable(knownContacts.get(contactId));
    }

    @Override
    public SortedSet<String> numbers() {
        return new TreeSet<>(knownNumbers.keySet());
    }

    private static <V> SortedMap<String, V> merged(Map<String, V> old, Map<String, V> changed) {
        SortedMap<String, V> all = new TreeMap<>(old);
        all.putAll(changed);
        return all;
    }
}
