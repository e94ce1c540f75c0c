package dev.partyline.topology;

import dev.partyline.schema.DirectoryChange;
import dev.partyline.schema.TelephonyRecord;
import dev.partyline.schemas.Ids;
import dev.partyline.topology.directory.ChangeProblem;
import dev.partyline.topology.directory.ChangeRules;
import dev.partyline.topology.directory.DirectoryTopology;
import dev.partyline.topology.intake.Gate;
import dev.partyline.topology.intake.IntakeTopology;
import dev.partyline.topology.intake.RecordRules;
import dev.partyline.topology.view.ViewProgress;
import dev.partyline.topology.view.ViewTopology;
import dev.partyline.topology.visibility.VisibilityTopology;
import dev.partyline.topology.visibility.WalkSettings;
import dev.partyline.topology.wiring.Wiring;
import java.util.Optional;
import org.apache.kafka.streams.Topology;

/**
 * The whole stream:
 *
 * <pre>
 * changes ─► intake ─► directory ─► decisions
 *                       ▲  ├──────► user-access ─────────────────────► user-numbers
 *             encounters│  ├──────► contact-access ─┐
 *                       │  └──────► number-access ──┤
 *                       └──────────────────── visibility ─► feed ─► user-feed
 * records ─► intake ──────────────────────────────┘
 * </pre>
 */
public final class PartylineTopology {
    private final Wiring wiring;

    public PartylineTopology(Wiring wiring) {
        this.wiring = wiring;
    }

    /**
     * Every stage.
     *
     * @param view whether this instance keeps the stores that readers are served from
     */
    public Topology whole(WalkSettings walks, boolean view) {
        return whole(walks, view ? Optional.of(new ViewProgress()) : Optional.empty());
    }

    /**
     * Every stage.
     *
     * @param view told how far the stores have come that readers are served from; empty: this instance keeps none
     */
    public Topology whole(WalkSettings walks, Optional<ViewProgress> view) {
        Topology topology = new Topology();
        addDirectory(topology);
        addVisibility(topology, walks);
        view.ifPresent(progress -> ViewTopology.addTo(topology, wiring, progress));
        return topology;
    }

    /** The stage keyed by workspace, alone. */
    public Topology directory() {
        return addDirectory(new Topology());
    }

    /** The stage keyed by number, alone. */
    public Topology visibility(WalkSettings walks) {
        return addVisibility(new Topology(), walks);
    }

    private Topology addDirectory(Topology topology) {
        var topics = wiring.topics();
        Gate<DirectoryChange> gate = new Gate<>(
                topics.changes(),
                topics.movedChanges(),
                DirectoryChange::getWorkspaceId,
                change -> ChangeRules.malformed(change).map(ChangeProblem::detail),
                change -> Ids.isId(change.getChangeId()) && Ids.isId(change.getWorkspaceId()));
        String intake = IntakeTopology.addTo(topology, wiring, gate, "changes", DirectoryTopology.PROCESSOR);
        DirectoryTopology.addTo(topology, wiring, intake);
        return topology;
    }

    private Topology addVisibility(Topology topology, WalkSettings walks) {
        var topics = wiring.topics();
        Gate<TelephonyRecord> gate = new Gate<>(
                topics.records(),
                topics.movedRecords(),
                TelephonyRecord::getNumber,
                RecordRules::fault,
                record -> false);
        String intake = IntakeTopology.addTo(topology, wiring, gate, "records", VisibilityTopology.VISIBILITY);
        VisibilityTopology.addTo(topology, wiring, intake, walks);
        return topology;
    }
}
