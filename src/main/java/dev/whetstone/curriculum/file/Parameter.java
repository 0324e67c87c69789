package dev.whetstone.curriculum.file;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** A number that a curriculum file may set, with its default and range, both ends included. */
record Parameter(String name, double fallback, double least, double most) {
  private static final Pattern NUMBER = Pattern.compile("[-+]?\\d{1,12}(\\.\\d{1,12})?");

  double read(Fields fields) {
    return fields.value(name).flatMap(node -> read(node, fields.problems())).orElse(fallback);
  }

  private Optional<Double> read(Node node, Problems problems) {
    if (node instanceof ScalarNode scalar && NUMBER.matcher(scalar.getValue()).matches()) {
      double value = Double.parseDouble(scalar.getValue());
      if (value >= least && value <= most) return Optional.of(value);
    }
    problems.add(node, "'" + name + "' is a number " + range() + ", not " + Fields.kind(node));
    return Optional.empty();
  }

  private String range() {
    return "from " + plain(least) + " to " + plain(most);
  }

  static String plain(double value) {
    return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
  }
}
