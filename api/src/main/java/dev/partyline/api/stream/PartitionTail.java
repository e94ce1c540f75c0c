package dev.partyline.api.stream;

import dev.partyline.api.stream.StreamEvent.Place;
import dev.partyline.schema.FeedEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** One partition of the feed as it grows, and who follows it. For one thread. */
final class PartitionTail {
    private final RecentRows recent;
    private final Function<byte[], FeedEntry> decode;
    private final StreamFactory streams;
    private final Map<String, UserChannel> channels = new HashMap<>();
    private final Set<UserChannel> touched = new LinkedHashSet<>();
    private final List<Joining> joinings = new ArrayList<>();
    private long position;

    /** @param position the offset of the first row that it will be given */
    PartitionTail(long position, long recentBytes, Function<byte[], FeedEntry> decode, StreamFactory streams) {
        this.position = position;
        this.recent = new RecentRows(position, recentBytes);
        this.decode = decode;
        this.streams = streams;
    }

    long position() {
        return position;
    }

    RecentRows recent() {
        return recent;
    }

    /** Whether nobody follows it. */
    boolean isIdle() {
        return channels.isEmpty() && joinings.isEmpty();
    }

    /** Streams of a user, those on their way included. */
    long streamsOf(String user) {
        long joining = joinings.stream()
                .filter(each -> each.opening().user().key().equals(user))
                .count();
        UserChannel channel = channels.get(user);
        return joining + (channel == null ? 0 : channel.size());
    }

    void begin(Joining joining) {
        joinings.add(joining);
    }

    void giveUp(Joining joining) {
        joinings.remove(joining);
    }

    void remove(String user, FeedStream stream) {
        UserChannel channel = channels.get(user);
        if (channel != null) {
            channel.remove(stream);
            channels.computeIfPresent(user, (key, each) -> each.size() == 0 ? null : each);
        }
    }

    /** Takes rows in the order of their offsets, and moves on to {@code next}; nobody is told of them yet. */
    void take(List<FeedRow> rows, long next) {
        for (FeedRow row : rows) {
            recent.add(row);
            UserChannel channel = channels.get(row.user());
            if (channel != null) {
                channel.take(row.offset(), row.parsedKey(), entry(row));
                touched.add(channel);
            }
            joinings.forEach(joining -> joining.take(row));
        }
        position = next;
    }

    /** Whether somebody is to be told of rows. */
    boolean hasNews() {
        return !touched.isEmpty();
    }

    /** Gives out what the rows since the last time have come to. */
    void tell() {
        for (UserChannel channel : touched) {
            if (!channel.flush()) {
                channels.values().remove(channel);
            }
        }
        touched.clear();
        joinReady();
    }

    /** Tells idle clients how far they have come. */
    void heartbeat() {
        channels.values().forEach(channel -> channel.heartbeat(position));
    }

    /** Ends all streams, and refuses those on their way. */
    void close(String reason) {
        channels.values().forEach(channel -> channel.close(reason));
        channels.clear();
        joinings.forEach(joining -> joining.opening().refuse(Refusal.UNAVAILABLE));
        joinings.clear();
    }

    private void joinReady() {
        for (Joining joining : List.copyOf(joinings)) {
            if (joining.isReadyAt(position)) {
                joinings.remove(joining);
                try {
                    join(joining);
                } catch (RuntimeException e) {
                    joining.opening().answer().completeExceptionally(e);
                }
            }
        }
    }

    private void join(Joining joining) {
        Opening opening = joining.opening();
        UserChannel known = channels.get(opening.user().key());
        UserChannel channel = known == null ? new UserChannel(new UserLines(joining.head())) : known;
        if (!channel.lines().active()) {
            throw new StreamRefusedException(Refusal.INACTIVE);
        }
        Place here = new Place(position, channel.lines().withheld());
        List<StreamEvent> events = joining.events(here);
        FeedStream stream = streams.create(opening, channel.lines());
        stream.begin(joining.place().orElse(here), events);
        channel.add(stream);
        channels.put(opening.user().key(), channel);
        opening.answer().complete(stream);
    }

    private Optional<FeedEntry> entry(FeedRow row) {
        return Optional.ofNullable(row.value()).map(decode);
    }
}
