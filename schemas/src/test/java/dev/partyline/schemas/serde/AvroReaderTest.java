package dev.partyline.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.partyline.schema.NumberAccess;
import dev.partyline.schema.TelephonyRecord;
import dev.partyline.schemas.Samples;
import dev.partyline.schemas.Seed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AvroReaderTest {
    private static final byte[] HEADER = {0, 1, 2};
    private static final int VALUES = 2_000;
    private static final int BLOCK_BYTES = 64;

    @ParameterizedTest
    @MethodSource("dev.partyline.schemas.serde.AvroWriterTest#published")
    void readsWhatWasWritten(Class<? extends SpecificRecord> type) throws IOException {
        Schema schema = SpecificData.get().getSchema(type);
        AvroReader<SpecificRecord> reader = AvroReader.of(schema);
        AvroWriter<SpecificRecord> writer = AvroWriter.of(schema);
        RandomValues values = new RandomValues(type.getName().hashCode());
        for (int i = 0; i < VALUES; i++) {
            SpecificRecord value = values.of(schema);
            assertThat(reader.read(writer.write(HEADER, value), HEADER.length)).isEqualTo(value);
        }
    }

    /** Other writers cut arrays into blocks, and say of each how many bytes it takes. */
    @ParameterizedTest
    @MethodSource("dev.partyline.schemas.serde.AvroWriterTest#published")
    void readsArraysInBlocks(Class<? extends SpecificRecord> type) throws IOException {
        Schema schema = SpecificData.get().getSchema(type);
        AvroReader<SpecificRecord> reader = AvroReader.of(schema);
        EncoderFactory blocks = new EncoderFactory().configureBlockSize(BLOCK_BYTES);
        RandomValues values = new RandomValues(type.getName().hashCode());
        for (int i = 0; i < VALUES; i++) {
            SpecificRecord value = values.of(schema);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            BinaryEncoder encoder = blocks.blockingBinaryEncoder(out, null);
            new SpecificDatumWriter<SpecificRecord>(schema, SpecificData.getForSchema(schema)).write(value, encoder);
            encoder.flush();
            assertThat(reader.read(out.toByteArray(), 0)).isEqualTo(value);
        }
    }

    /** Of bytes that somebody has spoilt Avro's reader makes a value where this does, the same one. */
    @ParameterizedTest
    @MethodSource("dev.partyline.schemas.serde.AvroWriterTest#published")
    void takesAndRefusesWhatAvroDoes(Class<? extends SpecificRecord> type) {
        Schema schema = SpecificData.get().getSchema(type);
        SpecificData data = SpecificData.getForClass(type);
        GeneratedTypes.Reader avros = GeneratedTypes.resolving(new SpecificDatumReader<>(schema, schema, data));
        GeneratedTypes.Reader own = AvroReader.of(schema)::read;
        AvroWriter<SpecificRecord> writer = AvroWriter.of(schema);
        Random random = Seed.random(AvroReaderTest.class);
        RandomValues values = new RandomValues(random.nextLong());
        int taken = 0;
        for (int i = 0; i < VALUES; i++) {
            byte[] bytes = spoilt(writer.write(HEADER, values.of(schema)), random);
            Optional<SpecificRecord> value = read(own, bytes);
            assertThat(value).as(() -> HexFormat.of().formatHex(bytes)).isEqualTo(read(avros, bytes));
            taken += value.isPresent() ? 1 : 0;
        }
        assertThat(taken).isBetween(1, VALUES - 1);
    }

    @Test
    void whatIsLeftOverIsRefused() {
        byte[] bytes = AvroWriter.of(TelephonyRecord.class).write(HEADER, Samples.call());
        assertThatThrownBy(() -> AvroReader.of(TelephonyRecord.class)
                        .read(Arrays.copyOf(bytes, bytes.length + 2), HEADER.length))
                .isInstanceOf(IOException.class)
                .hasMessage("2 bytes are left over after it");
    }

    @Test
    void whatNoSchemaOfOursHasIsRefusedBeforeAnythingIsRead() {
        for (Schema schema : new Schema[] {
            SchemaBuilder.builder().doubleType(),
            SchemaBuilder.map().values().intType(),
            SchemaBuilder.record("nowhere.Nothing").fields().endRecord()
        }) {
            assertThatThrownBy(() -> AvroReader.of(schema)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void schemasAreAlikeThatWriteTheSameBytes() {
        Schema own = TelephonyRecord.getClassSchema();
        Schema withoutProperties =
                new Schema.Parser().parse(own.toString().replace(",\"avro.java.string\":\"String\"", ""));
        assertThat(withoutProperties).isNotEqualTo(own);
        assertThat(AvroReader.areAlike(withoutProperties, own)).isTrue();
        assertThat(AvroReader.areAlike(NumberAccess.getClassSchema(), own)).isFalse();
    }

    private static Optional<SpecificRecord> read(GeneratedTypes.Reader reader, byte[] bytes) {
        try {
            return Optional.of(reader.read(bytes, HEADER.length));
        } catch (IOException | RuntimeException refused) {
            return Optional.empty();
        }
    }

    private static byte[] spoilt(byte[] bytes, Random random) {
        int behindHeader = bytes.length - HEADER.length;
        switch (random.nextInt(3)) {
            case 0 -> {
                return Arrays.copyOf(bytes, HEADER.length + random.nextInt(behindHeader + 20));
            }
            case 1 -> bytes[HEADER.length + random.nextInt(behindHeader)] = (byte) random.nextInt();
            default -> bytes[HEADER.length + random.nextInt(behindHeader)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
        }
        return bytes;
    }
}
