package io.promo.events.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.promo.events.Envelope;
import io.promo.events.EventCodec;
import io.promo.events.EventType;
import io.promo.events.UndecodableEvent;
import io.promo.events.dispatch.DispatchRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Every payload against every frozen version of its contract. */
class ContractsTest {

    private static final Path CONTRACTS = Path.of("contracts");

    private final EventCodec codec = new EventCodec();
    private final JsonMapper json = JsonMapper.builder().build();

    /** A payload, and the version of its contract that this build writes. */
    record Contract(String name, Class<?> payload, int version) {

        Path file(int of, String suffix) {
            return CONTRACTS.resolve(name).resolve(of + suffix);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Contract> contracts() {
        return Stream.concat(
                EventType.ALL.stream().map(it -> new Contract(it.name(), it.payloadType(), it.schemaVersion())),
                Stream.of(new Contract("DispatchRequest", DispatchRequest.class, 1)));
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void shouldReadAndBeReadByEveryFrozenVersion(Contract contract) {
        Schema current = PayloadSchema.of(contract.payload());
        for (int version = 1; version <= contract.version(); version++) {
            assertThat(Compatibility.breaks(current, frozen(contract, version)))
                    .as("""
                            %s no longer fits version %d of its contract. Fields may be added when they are @Nullable; \
                            everything else stays. What must change otherwise is a new event type beside the old one.\
                            """, contract, version)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void shouldBeFrozenAsItIsWritten(Contract contract) {
        Schema current = PayloadSchema.of(contract.payload());
        int next = contract.version() + 1;
        assertThat(frozen(contract, contract.version()))
                .as("""
                        %s has changed since version %d of its contract was frozen. To add version %d:
                        1. write the schema below to promo-events/contracts/%s/%d.avsc,
                        2. add an envelope with the new fields filled as %d.sample.json beside it,
                        3. raise the schemaVersion in EventType to %d.
                        Frozen files are never edited.
                        %s""", contract, contract.version(), next, contract, next, next, next, current.toString(true))
                .isEqualTo(current);
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void shouldDecodeEverySampleAndWriteTheCurrentOneAsItStands(Contract contract) throws IOException {
        for (int version = 1; version <= contract.version(); version++) {
            String sample = Files.readString(contract.file(version, ".sample.json"));
            String again = decodedAndEncoded(contract, sample);
            if (version == contract.version()) {
                assertThat(json.readTree(again)).isEqualTo(json.readTree(sample));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void shouldIgnoreUnknownFieldsAndMissOnlyWhatIsNotNullable(Contract contract) throws IOException {
        String sample = Files.readString(contract.file(contract.version(), ".sample.json"));
        ObjectNode more = (ObjectNode) json.readTree(sample);
        payload(contract, more).put("added_by_a_newer_release", 7);
        assertThat(json.readTree(decodedAndEncoded(contract, more.toString()))).isEqualTo(json.readTree(sample));

        for (Schema.Field field : frozen(contract, contract.version()).getFields()) {
            ObjectNode less = (ObjectNode) json.readTree(sample);
            payload(contract, less).remove(field.name());
            var decoding = Assertions.assertThatCode(() -> decodedAndEncoded(contract, less.toString()));
            if (field.hasDefaultValue()) {
                decoding.as(field.name()).doesNotThrowAnyException();
            } else {
                decoding.as(field.name()).isInstanceOf(UndecodableEvent.class);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void shouldHaveNoFileBeyondItsVersions(Contract contract) throws IOException {
        List<String> expected = IntStream.rangeClosed(1, contract.version())
                .boxed()
                .flatMap(version -> Stream.of(version + ".avsc", version + ".sample.json"))
                .toList();
        try (Stream<Path> files = Files.list(CONTRACTS.resolve(contract.name()))) {
            assertThat(files.map(it -> it.getFileName().toString())).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    private String decodedAndEncoded(Contract contract, String text) {
        if (contract.payload() == DispatchRequest.class) {
            return codec.encode(codec.decodeRequest(text));
        }
        Envelope<?> event = codec.decode(text);
        assertThat(event.payload()).isInstanceOf(contract.payload());
        return codec.encode(event);
    }

    private static ObjectNode payload(Contract contract, ObjectNode sample) {
        JsonNode payload = contract.payload() == DispatchRequest.class ? sample : sample.get("payload");
        return (ObjectNode) payload;
    }

    private static Schema frozen(Contract contract, int version) {
        Path file = contract.file(version, ".avsc");
        assertThat(file)
                .as(
                        "the frozen schema; this build's is%n%s",
                        PayloadSchema.of(contract.payload()).toString(true))
                .exists();
        try {
            return new Schema.Parser().parse(file.toFile());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
