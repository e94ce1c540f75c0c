package dev.partyline.api.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class TopologyPictureTest {
    private final Document picture = parsed(TopologyPicture.of(topology().describe()));

    @Test
    void everyNodeTopicAndStoreStandsInIt() {
        assertThat(texts())
                .containsExactly(
                        "Sub-topology 0", "a-sink", "topic c", "a-source", "topic a", "topic b", "a<b>", "store kept");
    }

    @Test
    void whatForwardsStandsLeftOfWhatItForwardsTo() {
        assertThat(left("source")).isLessThan(left("processor"));
        assertThat(left("processor")).isLessThan(left("sink"));
        assertThat(elements("path").stream().filter(path -> path.hasAttribute("marker-end")))
                .hasSize(2);
    }

    private static Topology topology() {
        return new Topology()
                .addSource("a-source", "b", "a")
                .addProcessor("a<b>", () -> new Nothing(), "a-source")
                .addStateStore(
                        Stores.keyValueStoreBuilder(
                                Stores.inMemoryKeyValueStore("kept"), Serdes.String(), Serdes.String()),
                        "a<b>")
                .addSink("a-sink", "c", "a<b>");
    }

    private static final class Nothing implements Processor<Object, Object, Object, Object> {
        @Override
        public void process(Record<Object, Object> message) {
            throw new UnsupportedOperationException("this topology is never run");
        }
    }

    private List<String> texts() {
        return elements("text").stream().map(Element::getTextContent).toList();
    }

    private int left(String kind) {
        return elements("rect").stream()
                .filter(rect -> rect.getAttribute("class").equals(kind))
                .mapToInt(rect -> Integer.parseInt(rect.getAttribute("x")))
                .findFirst()
                .orElseThrow();
    }

    private List<Element> elements(String name) {
        NodeList found = picture.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    private static Document parsed(String svg) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        } catch (Exception e) {
            throw new AssertionError("not well-formed:\n" + svg, e);
        }
    }
}
