package dev.partyline.api.demo;

import dev.partyline.api.client.FeedFold;
import dev.partyline.schema.LineState;
import dev.partyline.schema.LineStatus;
import java.util.Optional;

/** Whether a user's feed says what a change has made of their line. */
record ToldLine(Day day, Step.Change change) {
    boolean isTold(FeedFold fold) {
        if (change instanceof Step.Assign assign) {
            return line(fold, assign.who(), assign.line())
                    .filter(line -> line.getState() == LineStatus.LIVE && line.getAssigned())
                    .isPresent();
        } else if (change instanceof Step.Unassign unassign) {
            return line(fold, unassign.who(), unassign.line()).isEmpty();
        } else if (change instanceof Step.CallerId callerId) {
            return line(fold, callerId.who(), callerId.line())
                    .filter(LineState::getCallerId)
                    .isPresent();
        }
        return true;
    }

    private Optional<LineState> line(FeedFold fold, String user, String line) {
        return fold.lines(day.workspace(), user).stream()
                .filter(state -> state.getNumber().equals(day.lines().get(line)))
                .findFirst();
    }
}
