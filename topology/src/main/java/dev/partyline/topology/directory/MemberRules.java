package dev.partyline.topology.directory;

import dev.partyline.schema.MemberRemoved;
import dev.partyline.schema.MemberSet;
import dev.partyline.schema.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decides changes of members. Anything about an OWNER, or making one, needs an OWNER. */
final class MemberRules {
    private MemberRules() {}

    static Verdict set(MemberSet change, Request request) {
        MemberProfile profile =
                new MemberProfile(Optional.ofNullable(change.getName()), change.getRole(), change.getActive());
        boolean aboutOwner = change.getRole() == Role.OWNER || isOwner(request, change.getUserId());
        return Verdict.refusedOr(
                refusal(request, aboutOwner),
                () -> request.outcome(new Effect.MemberPut(change.getUserId(), profile, false)));
    }

    static Verdict remove(MemberRemoved change, Request request) {
        return Verdict.refusedOr(
                refusal(request, isOwner(request, change.getUserId())),
                () -> request.outcome(removal(change.getUserId(), request)));
    }

    private static Optional<Verdict.Rejected> refusal(Request request, boolean aboutOwner) {
        return aboutOwner ? ActorRules.refusalAboutOwner(request) : Optional.empty();
    }

    private static boolean isOwner(Request request, String userId) {
        return request.view()
                .member(userId)
                .filter(member -> member.is(Role.OWNER))
                .isPresent();
    }

    private static List<Effect> removal(String userId, Request request) {
        Optional<DirectoryMember> member = request.view().member(userId);
        List<Effect> effects = new ArrayList<>();
        effects.add(new Effect.MemberPut(
                userId, member.map(DirectoryMember::profile).orElse(MemberProfile.NEWCOMER), true));
        member.stream()
                .flatMap(known -> known.numbers().stream())
                .map(number -> withoutUser(new LineId(number, userId), request))
                .forEach(effects::add);
        return effects;
    }

    private static Effect withoutUser(LineId line, Request request) {
        DirectoryNumber number = request.view().numberOrUnused(line.number());
        DirectoryLine ended = LineRules.ended(number.line(line.userId()), request);
        return new Effect.NumberPut(
                line.number(), number.with(line.userId(), ended).withoutRouted(line.userId()));
    }
}
