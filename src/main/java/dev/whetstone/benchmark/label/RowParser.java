package dev.whetstone.benchmark.label;

import static dev.whetstone.benchmark.label.Refusal.Reason.NOT_JSON;
import static dev.whetstone.benchmark.label.Refusal.Reason.TOO_LONG;
import static dev.whetstone.benchmark.label.Refusal.Reason.WRONG_TYPE;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.whetstone.benchmark.label.Refusal.Refused;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one line as the labelled solutions that it holds. */
final class RowParser {
  private static final int DEEPEST = 32;

  private final Origin origin;
  private final LabelLimits limits;
  private final ObjectReader json;

  RowParser(Origin origin, LabelLimits limits) {
    this.origin = origin;
    this.limits = limits;
    StreamReadConstraints bounds =
        StreamReadConstraints.builder()
            .maxNestingDepth(DEEPEST)
            .maxStringLength(limits.maxLine())
            .build();
    this.json =
        JsonMapper.builder(JsonFactory.builder().streamReadConstraints(bounds).build())
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(JsonNode.class);
  }

  List<Labelled> parse(Optional<byte[]> line) throws Refused {
    Row row = row(line);
    Format format = origin.format().isPresent() ? origin.format().get() : Format.of(row);
    List<Labelled> labelled = new ArrayList<>();
    for (Entry entry : format.read(row)) labelled.add(origin.labelled(row, entry, limits));
    return labelled;
  }

  private Row row(Optional<byte[]> line) throws Refused {
    if (line.isEmpty())
      throw new Refused(TOO_LONG, "more than %d bytes".formatted(limits.maxLine()));
    JsonNode node = node(line.get());
    if (node.isObject()) return new Row(node);
    throw new Refused(WRONG_TYPE, "a line has to be one JSON object (jq -c '.[]' splits a list)");
  }

  private JsonNode node(byte[] line) throws Refused {
    try {
      return json.readTree(line);
    } catch (IOException e) {
      throw new Refused(NOT_JSON, firstLine(e));
    }
  }

  /** Jackson tells the place in further lines. */
  private static String firstLine(IOException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("cannot be read");
  }
}
