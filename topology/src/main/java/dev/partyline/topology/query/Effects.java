package dev.partyline.topology.query;

import dev.partyline.schemas.Keys;
import dev.partyline.schemas.Partitions;
import dev.partyline.schemas.topic.Topic;
import dev.partyline.topology.state.Decided;
import dev.partyline.topology.visibility.AppliedAccess;
import dev.partyline.topology.visibility.AppliedOwner;
import dev.partyline.topology.wiring.Wiring;
import java.util.Optional;

/** Where changes have taken effect. */
final class Effects {
    private final NumberQueries numbers;
    private final CommittedOffsets commits;
    private final Wiring wiring;

    Effects(NumberQueries numbers, CommittedOffsets commits, Wiring wiring) {
        this.numbers = numbers;
        this.commits = commits;
        this.wiring = wiring;
    }

    /** Whether a number's access is committed as of {@code version} or later, and with it its line rows. */
    boolean onNumber(String workspaceId, String number, long version) throws InterruptedException {
        Optional<AppliedAccess> applied = numbers.applied(workspaceId, number);
        return applied.isPresent()
                && applied.get().access().getVersion() >= version
                && committed(
                        wiring.topics().numberAccess(), number, applied.get().offset());
    }

    /** The same of a contact's owner; {@code place} is {@code number|contactId}. */
    boolean onContact(String workspaceId, String place, long version) throws InterruptedException {
        String key = workspaceId + '|' + place;
        Optional<AppliedOwner> applied = numbers.owner(key);
        return applied.isPresent()
                && applied.get().version() >= version
                && committed(
                        wiring.topics().contactAccess(),
                        Keys.numberOf(key),
                        applied.get().offset());
    }

    /** Whether it is committed that a change was decided; of one whose place was not noted, long ago. */
    boolean inDirectory(Decided decided) throws InterruptedException {
        Topic<?> topic = decided.getMoved()
                ? wiring.topics().movedChanges()
                : wiring.topics().changes();
        return decided.getOffset() < 0 || committed(topic, decided.getWorkspaceId(), decided.getOffset());
    }

    private boolean committed(Topic<?> topic, String key, long offset) throws InterruptedException {
        return commits.passed(topic, Partitions.ofKey(key, wiring.partitionsOf(topic)), offset);
    }
}
