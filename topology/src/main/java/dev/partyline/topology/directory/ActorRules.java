package dev.partyline.topology.directory;

import static dev.partyline.schema.RejectionReason.ACTOR_NOT_ALLOWED;

import dev.partyline.schema.Assigners;
import dev.partyline.schema.Policy;
import dev.partyline.schema.Role;
import java.util.Optional;
import java.util.function.Predicate;

/** Who may ask for what (TEA-1). An actor whom the directory does not know is no member, in OPEN either. */
final class ActorRules {
    private ActorRules() {}

    /** Refused for lack of {@code right}; empty: allowed. */
    static Optional<Verdict.Rejected> refusal(Request request, Right right) {
        if (right == Right.ADMINISTER) {
            return refusalUnless(request, ActorRules::administers, Details.ADMIN_NEEDED);
        }
        Policy policy = request.view().head().policy();
        String need = policy.getAssigners() == Assigners.MEMBERS ? Details.MEMBER_NEEDED : Details.ASSIGNER_NEEDED;
        return refusalUnless(request, member -> assigns(policy, member), need);
    }

    /** Refused because only an OWNER may make, change or remove an OWNER; empty: allowed. */
    static Optional<Verdict.Rejected> refusalAboutOwner(Request request) {
        return refusalUnless(request, ActorRules::owns, Details.OWNER_NEEDED);
    }

    /** Whether a member may ask for changes of assignments under the workspace's policy. */
    static boolean assigns(Policy policy, DirectoryMember member) {
        return policy.getAssigners() == Assigners.MEMBERS ? member.active() : administers(member);
    }

    /** Whether a member may ask for anything about an OWNER. */
    static boolean owns(DirectoryMember member) {
        return member.active() && member.is(Role.OWNER);
    }

    /** Whether a member may ask for changes of members, numbers and policies. */
    static boolean administers(DirectoryMember member) {
        return member.active() && (member.is(Role.OWNER) || member.is(Role.ADMIN));
    }

    private static Optional<Verdict.Rejected> refusalUnless(
            Request request, Predicate<DirectoryMember> allowed, String need) {
        return request.actorId()
                .filter(actorId ->
                        request.view().member(actorId).filter(allowed).isEmpty())
                .map(actorId -> new Verdict.Rejected(ACTOR_NOT_ALLOWED, Details.actor(actorId, need)));
    }
}
