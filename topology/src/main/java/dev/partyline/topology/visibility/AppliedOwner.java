package dev.partyline.topology.visibility;

import dev.partyline.schema.ContactAccess;
import dev.partyline.topology.state.OwnerState;
import dev.partyline.topology.store.StateCodec;

/**
 * What a number was told of a contact that it has met.
 *
 * @param version the workspace's change counter as of the value told; 0: nothing told yet
 * @param offset where in {@code contact-access} it stood: once the group has committed past it, it is effective
 */
public record AppliedOwner(ContactOwner owner, long version, long offset) {
    /** What one takes of the heap, roughly. */
    static final long HEAP_BYTES = 140;

    /** Met, and nothing told yet. */
    static final AppliedOwner NONE = new AppliedOwner(ContactOwner.NOBODY, 0, -1);

    private static final StateCodec<OwnerState> CODEC = StateCodec.of(OwnerState.class);

    static AppliedOwner of(ContactAccess access, long offset) {
        return new AppliedOwner(
                new ContactOwner(access.getOwnerId(), access.getMembership()), access.getVersion(), offset);
    }

    byte[] encode() {
        return CODEC.encode(new OwnerState(owner.userId(), owner.membership(), version, offset));
    }

    /** Reads what the store {@code contact-owners} holds. */
    public static AppliedOwner decode(byte[] bytes) {
        OwnerState state = CODEC.decode(bytes);
        return new AppliedOwner(
                new ContactOwner(state.getOwnerId(), state.getMembership()), state.getVersion(), state.getOffset());
    }
}
