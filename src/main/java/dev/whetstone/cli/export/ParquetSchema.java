package dev.whetstone.cli.export;

import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BOOLEAN;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.DOUBLE;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/** The columns that rows like an example need; every value may be missing. */
final class ParquetSchema {
  private ParquetSchema() {}

  /**
   * @param example with every key that a row can have, no null, and one element in each list
   */
  static MessageType of(ObjectNode example) {
    return new MessageType("row", fields(example));
  }

  private static List<Type> fields(JsonNode object) {
    List<Type> fields = new ArrayList<>();
    object.properties().forEach(field -> fields.add(type(field.getKey(), field.getValue())));
    return fields;
  }

  private static Type type(String name, JsonNode value) {
    return switch (value.getNodeType()) {
      case STRING -> Types.optional(BINARY).as(stringType()).named(name);
      case BOOLEAN -> Types.optional(BOOLEAN).named(name);
      case NUMBER -> Types.optional(value.isIntegralNumber() ? INT64 : DOUBLE).named(name);
      case OBJECT ->
          Types.optionalGroup().addFields(fields(value).toArray(Type[]::new)).named(name);
      case ARRAY -> Types.optionalList().element(type("element", value.get(0))).named(name);
      default -> throw new IllegalArgumentException("no column can hold " + name + ": " + value);
    };
  }
}
