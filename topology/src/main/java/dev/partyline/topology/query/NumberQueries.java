package dev.partyline.topology.query;

import dev.partyline.schema.RecordKind;
import dev.partyline.schema.TelephonyRecord;
import dev.partyline.schemas.Keys;
import dev.partyline.schemas.topic.Topics;
import dev.partyline.topology.query.check.RecordKey;
import dev.partyline.topology.visibility.AccessStore;
import dev.partyline.topology.visibility.AppliedAccess;
import dev.partyline.topology.visibility.AppliedOwner;
import dev.partyline.topology.visibility.ContactOwner;
import dev.partyline.topology.visibility.ContactStore;
import dev.partyline.topology.visibility.IndexReader;
import java.util.Optional;
import java.util.function.Function;

/** What is known of numbers: the access applied, the records, who owns their contacts. */
final class NumberQueries {
    private final Stores stores;
    private final Topics topics;

    NumberQueries(Stores stores, Topics topics) {
        this.stores = stores;
        this.topics = topics;
    }

    Optional<AppliedAccess> applied(String workspaceId, String number) {
        String key = Keys.ofNumber(workspaceId, number);
        return stores.ask(
                AccessStore.ASSIGNEES,
                topics.numberAccess(),
                number,
                store -> Optional.ofNullable(store.get(key)).map(AppliedAccess::decode));
    }

    Optional<TelephonyRecord> record(String workspaceId, RecordKey key) {
        return ofIndex(workspaceId, key.number(), index -> index.record(key.startedAt(), key.recordId()));
    }

    Page<TelephonyRecord> records(String workspaceId, String number, PageQuery query, Optional<RecordKind> kind) {
        return ofIndex(workspaceId, number, index -> {
            IndexReader.Page page = index.page(
                    query.after(),
                    query.limit(),
                    record -> kind.map(record.getKind()::equals).orElse(true));
            return new Page<>(page.records(), page.last());
        });
    }

    /** Who owns the record's contact, as its number was told. */
    ContactOwner owner(TelephonyRecord record) {
        String contactId = record.getContactId();
        return contactId == null
                ? ContactOwner.NOBODY
                : owner(Keys.ofContact(record.getWorkspaceId(), record.getNumber(), contactId))
                        .map(AppliedOwner::owner)
                        .orElse(ContactOwner.NOBODY);
    }

    /** What a number was told last of a contact's owner; empty while it has not met the contact. */
    Optional<AppliedOwner> owner(String contactKey) {
        return stores.ask(
                ContactStore.OWNERS,
                topics.records(),
                Keys.numberOf(contactKey),
                store -> Optional.ofNullable(store.get(contactKey)).map(AppliedOwner::decode));
    }

    private <T> T ofIndex(String workspaceId, String number, Function<IndexReader, T> question) {
        return stores.ask(
                IndexReader.STORE,
                topics.records(),
                number,
                store -> question.apply(new IndexReader(store, workspaceId, number)));
    }
}
