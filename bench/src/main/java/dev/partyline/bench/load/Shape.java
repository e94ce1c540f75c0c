package dev.partyline.bench.load;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Who is assigned where: as many users as numbers, or as assignees if these are more, each on the same count of numbers.
 *
 * @param assignees of each number
 */
public record Shape(int numbers, int assignees) {
    public List<Integer> assigneesOf(int number) {
        int users = Math.max(numbers, assignees);
        return IntStream.range(0, assignees).mapToObj(i -> (number + i) % users).toList();
    }
}
