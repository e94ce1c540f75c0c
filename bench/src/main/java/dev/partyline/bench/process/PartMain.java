package dev.partyline.bench.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The main of a part's process: {@code start} with settings and {@code stop}, a line each on standard input, each answered
 * by a line on standard output. When the input ends, because whoever started it has, so does the process.
 */
public final class PartMain {
    static final String START = "start ";
    static final String STOP = "stop";
    static final String DONE = "bench part: done ";
    static final String FAILED = "bench part: failed ";

    private final Part part;
    private final PrintStream answers = System.out;

    private PartMain(Part part) {
        this.part = part;
    }

    /** @param args class name of the part, which has a constructor without parameters */
    public static void main(String[] args) throws Exception {
        Locale.setDefault(Locale.Category.FORMAT, Locale.US); // as the server does
        Part part = (Part) Class.forName(args[0]).getDeclaredConstructor().newInstance();
        new PartMain(part).serve();
        System.exit(0); // not a halt: a flight recording is written on the way
    }

    private void serve() throws IOException {
        ExecutorService work = Executors.newSingleThreadExecutor();
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = input.readLine(); line != null; line = input.readLine()) {
            String told = line;
            work.execute(() -> answers.println(answer(told)));
        }
    }

    /** Whatever goes wrong is the other side's to know; the trace is in the part's log. */
    private String answer(String line) {
        try {
            if (line.equals(STOP)) {
                part.stop();
                return DONE;
            }
            return DONE + part.start(Settings.parse(line.substring(START.length())));
        } catch (Exception e) {
            e.printStackTrace();
            return FAILED + String.valueOf(e).replace('\n', ' ');
        }
    }
}
