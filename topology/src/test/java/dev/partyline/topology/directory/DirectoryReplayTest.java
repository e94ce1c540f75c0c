package dev.partyline.topology.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partyline.schema.ContactAccess;
import dev.partyline.schema.EncounterKind;
import dev.partyline.schema.NumberAccess;
import dev.partyline.schema.UserAccess;
import dev.partyline.schema.UserState;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Random histories of every change type: what holds after each of them. */
class DirectoryReplayTest {
    private static final int HISTORIES = 100;
    private static final int CHANGES = 60;
    private static final String NOBODY = "nobody";

    @Test
    void theSameChangesMakeTheSameDirectory() {
        long seed = Seeds.next();
        for (int i = 0; i < HISTORIES; i++) {
            assertThat(played(seed + i).image())
                    .as("seed %s", seed + i)
                    .isEqualTo(played(seed + i).image());
        }
    }

    @Test
    void theDirectorySurvivesItsStoredForm() {
        long seed = Seeds.next();
        for (int i = 0; i < HISTORIES; i++) {
            Image image = played(seed + i).image();
            assertThat(image.storedAndRead()).as("seed %s", seed + i).isEqualTo(image);
        }
    }

    @Test
    void membersStandExactlyOnTheNumbersThatKnowThem() {
        long seed = Seeds.next();
        for (int i = 0; i < HISTORIES; i++) {
            Image image = played(seed + i).image();
            image.knownPeople().forEach((userId, member) -> {
                TreeSet<String> numbers = new TreeSet<>(image.knownNumbers().keySet());
                numbers.removeIf(number -> !image.numberOrUnused(number).users().contains(userId));
                assertThat(member.numbers()).isEqualTo(numbers);
            });
        }
    }

    @Test
    void whatWasToldFoldsToTheWholeDirectory() {
        long seed = Seeds.next();
        for (int i = 0; i < HISTORIES; i++) {
            Play play = played(seed + i);
            Map<String, String> told = folded(play);
            assertThat(told).as("seed %s", seed + i).isEqualTo(whole(play.image()));
        }
    }

    private static Play played(long seed) {
        Random random = new Random(seed);
        RandomChanges changes = new RandomChanges(random);
        Play play = new Play();
        for (int i = 0; i < CHANGES; i++) {
            Long dated = random.nextBoolean() ? null : (long) random.nextInt(2 * CHANGES * 1_000);
            play.send(random.nextInt(5) == 0 ? "ann" : null, dated, changes.next());
            switch (random.nextInt(8)) {
                case 0 -> play.met(EncounterKind.PERSON, changes.aNumber(), changes.aUser());
                case 1 -> play.met(EncounterKind.PERSON, changes.aNumber(), "eve");
                case 2 -> play.met(EncounterKind.CONTACT, changes.aNumber(), changes.aContact());
                case 3 -> play.met(EncounterKind.RETURNED, changes.aNumber(), changes.aUser());
                default -> {
                    // Nothing was met.
                }
            }
        }
        return play;
    }

    private static Map<String, String> folded(Play play) {
        Map<String, String> last = new TreeMap<>();
        play.allTold()
                .forEach(change -> change.forEach(told -> {
                    if (told instanceof Announcement.OfNumber number) {
                        last.put("number " + number.access().getNumber(), undated(number.access()));
                    } else if (told instanceof Announcement.OfContact contact) {
                        ContactAccess access = contact.access();
                        last.put("contact " + access.getNumber() + " " + access.getContactId(), owner(access));
                    } else if (told instanceof Announcement.OfUser user) {
                        last.put("user " + user.access().getUserId(), undated(user.access()));
                    } else if (told instanceof Announcement.OfUserRow row) {
                        UserState state = row.row().getUser();
                        last.put("row " + row.userId(), state.getActive() + " " + state.getRole());
                    }
                }));
        last.values().removeIf(value -> value.equals(NOBODY) || ownedByFormerMember(value, play.image()));
        return last;
    }

    /** An ownership ends with the owner's membership, without a word about the contact: their number tells the latter. */
    private static boolean ownedByFormerMember(String value, Image image) {
        return image.knownPeople().entrySet().stream()
                .anyMatch(person -> value.matches(person.getKey() + " [0-9]+")
                        && !value.equals(
                                person.getKey() + " " + person.getValue().memberships()));
    }

    private static Map<String, String> whole(Image image) {
        Map<String, String> all = new TreeMap<>();
        image.knownNumbers()
                .keySet()
                .forEach(number -> all.put("number " + number, undated(AccessRules.numberAccess(image, number))));
        image.knownPeople().forEach((userId, member) -> {
            if (!member.stranger()) {
                all.put("user " + userId, undated(AccessRules.userAccess(image, userId)));
                all.put("row " + userId, member.shown() + " " + member.profile().role());
            }
        });
        image.knownContacts()
                .forEach((contactId, contact) -> contact.numbers()
                        .forEach(number -> all.put(
                                "contact " + number + " " + contactId,
                                owner(AccessRules.contactAccess(image, contactId, number)))));
        // Nothing is told of a contact that nobody owns and nobody has owned since a number met it.
        all.values().removeIf(value -> value.equals(NOBODY));
        return all;
    }

    private static String owner(ContactAccess access) {
        return access.getOwnerId() == null ? NOBODY : access.getOwnerId() + " " + access.getMembership();
    }

    /**
     * A value is told when something in it changes: its version is that change's, not the newest, and who returns has been
     * shown since. As text, because
     * Avro's lists cannot be compared when they hold nullable timestamps.
     */
    private static String undated(NumberAccess access) {
        return NumberAccess.newBuilder(access)
                .setVersion(0)
                .setReturning(List.of())
                .build()
                .toString();
    }

    private static String undated(UserAccess access) {
        return UserAccess.newBuilder(access).setVersion(0).build().toString();
    }
}
