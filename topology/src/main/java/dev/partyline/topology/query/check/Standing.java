package dev.partyline.topology.query.check;

import dev.partyline.schema.DirectoryMode;
import dev.partyline.schema.Policy;
import java.util.Optional;

/**
 * What a workspace's directory says of a user.
 *
 * @param member empty: no change has mentioned them
 * @param mayAssign whether they may ask for changes of assignments
 * @param policy the workspace's
 */
public record Standing(String userId, Optional<Member> member, boolean mayAssign, Policy policy) {
    /** Whether the user counts as active: whom OPEN does not know does, whom MANAGED does not know does not. */
    public boolean active() {
        return member.map(Member::active).orElse(policy.getDirectory() == DirectoryMode.OPEN);
    }
}
