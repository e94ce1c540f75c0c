package dev.partyline.api.cli;

import dev.partyline.api.replay.Order;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.TypeConversionException;

/** The orders as the command line writes them. */
final class OrderNames implements Iterable<String> {
    static Order parse(String text) {
        for (Order order : Order.values()) {
            if (order.toString().equals(text)) {
                return order;
            }
        }
        throw new TypeConversionException("'" + text + "' is none of " + names());
    }

    /** For picocli's completion candidates. */
    @Override
    public Iterator<String> iterator() {
        return names().iterator();
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>();
        for (Order order : Order.values()) {
            names.add(order.toString());
        }
        return names;
    }
}
