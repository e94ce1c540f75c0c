package dev.partyline.bench.process;

/** What a process of a benchmark does when it is told to. One call at a time; it may be started again after a stop. */
public interface Part {
    /**
     * Starts it; returns when it runs, or when it is done.
     *
     * @param settings as the other side of the process gives them
     * @return what the other side needs to know, without line breaks
     */
    String start(Settings settings) throws Exception;

    void stop() throws Exception;
}
