package dev.partyline.api.faults;

import java.io.IOException;

/** Something that befalls an installation. */
interface Fault {
    /** As the table of recoveries calls it. */
    String name();

    /** How many processes of engines it kills. */
    default int kills() {
        return 0;
    }

    /** Brings it about; events were published just before. Returns when it has gone on for as long as it is to. */
    void inflict(Scene scene) throws IOException, InterruptedException;

    /** Ends what does not end by itself. From then on the installation has to recover. */
    default void undo(Scene scene) throws IOException, InterruptedException {}
}
