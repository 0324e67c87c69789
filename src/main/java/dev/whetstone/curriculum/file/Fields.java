package dev.whetstone.curriculum.file;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** The keys of a YAML mapping; repeated keys are reported at once, unknown ones when asked. */
record Fields(Node at, Map<String, Field> entries, Problems problems) {
  /** A key and its value, where each stands. */
  record Field(ScalarNode key, Node value) {}

  static Fields none(Node at, Problems problems) {
    return new Fields(at, Map.of(), problems);
  }

  /**
   * @param what the mapping says, for the message where it is none
   */
  static Fields of(Node node, String what, Problems problems) {
    if (isEmpty(node)) return none(node, problems);
    if (node instanceof MappingNode mapping) return of(mapping, problems);
    problems.add(node, what + " is written as lines of 'key: value', not " + kind(node));
    return none(node, problems);
  }

  private static Fields of(MappingNode mapping, Problems problems) {
    Map<String, Field> entries = new LinkedHashMap<>();
    for (NodeTuple entry : mapping.getValue()) {
      if (entry.getKeyNode() instanceof ScalarNode key) {
        Field before = entries.putIfAbsent(key.getValue(), new Field(key, entry.getValueNode()));
        if (before != null) repeated(key, before, problems);
      } else problems.add(entry.getKeyNode(), "a key is one word");
    }
    return new Fields(mapping, entries, problems);
  }

  private static void repeated(ScalarNode key, Field before, Problems problems) {
    int line = before.key().getStartMark().getLine() + 1;
    problems.add(
        key,
        "'" + Problems.shown(key.getValue()) + "' is already set on line " + line + "; keep one");
  }

  /** Reports the keys that are not among these. */
  void allowOnly(String what, Collection<String> known) {
    entries.forEach(
        (name, field) -> {
          if (!known.contains(name)) problems.unknown(field.key(), what, name, known);
        });
  }

  Optional<Node> value(String name) {
    return Optional.ofNullable(entries.get(name)).map(Field::value);
  }

  void forEach(BiConsumer<String, Field> action) {
    entries.forEach(action);
  }

  /** The text of this key, or empty, reported, where it is no text or, if required, missing. */
  Optional<String> text(String name, boolean required) {
    Optional<Node> value = value(name);
    if (value.isEmpty() && required)
      problems.add(at, "'" + name + "' is missing; add the line '" + name + ": ...'");
    if (value.isPresent() && !isText(value.get()))
      problems.add(value.get(), "'" + name + "' is text, not " + kind(value.get()));
    return value.filter(Fields::isText).map(node -> ((ScalarNode) node).getValue());
  }

  private static boolean isText(Node node) {
    return node instanceof ScalarNode scalar && !scalar.getValue().isBlank() && !isEmpty(node);
  }

  static boolean isEmpty(Node node) {
    return node.getTag().equals(Tag.NULL);
  }

  static boolean isMapping(Node node) {
    return node instanceof MappingNode || isEmpty(node);
  }

  static String kind(Node node) {
    return switch (node) {
      case ScalarNode scalar when isEmpty(scalar) -> "nothing";
      case ScalarNode scalar -> "'" + Problems.shown(scalar.getValue()) + "'";
      case MappingNode mapping -> "a mapping";
      default -> "a list";
    };
  }
}
