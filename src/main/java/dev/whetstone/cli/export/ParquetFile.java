package dev.whetstone.cli.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.parquet.column.ColumnWriteStore;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.hadoop.ColumnChunkPageWriteStore;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/**
 * Parquet, a row group at a time. It drives the library's parts itself, for the writer that joins
 * them needs Hadoop.
 */
final class ParquetFile implements RowFile {
  private static final long ROW_GROUP_BYTES = 32L << 20;
  private static final int LONGEST_STATISTIC = 64;

  private final MessageType schema;
  private final ParquetFileWriter file;
  private final MessageColumnIO columns;
  private final ParquetProperties properties = ParquetProperties.builder().build();
  private ColumnChunkPageWriteStore pages;
  private ColumnWriteStore store;
  private RecordConsumer consumer;
  private long rows;

  ParquetFile(Path path, MessageType schema) throws IOException {
    this.schema = schema;
    columns = new ColumnIOFactory().getColumnIO(schema);
    file =
        new ParquetFileWriter(
            new LocalOutputFile(path),
            schema,
            ParquetFileWriter.Mode.OVERWRITE,
            ROW_GROUP_BYTES,
            0,
            LONGEST_STATISTIC,
            LONGEST_STATISTIC,
            true);
    file.start();
    begin();
  }

  private void begin() {
    pages =
        new ColumnChunkPageWriteStore(
            new GzipCompressor(),
            schema,
            properties.getAllocator(),
            properties.getColumnIndexTruncateLength(),
            properties.getPageWriteChecksumEnabled());
    store = properties.newColumnWriteStore(schema, pages, pages);
    consumer = columns.getRecordWriter(store);
    rows = 0;
  }

  @Override
  public void write(ObjectNode row) throws IOException {
    consumer.startMessage();
    fields(schema, row);
    consumer.endMessage();
    rows++;
    if (store.getBufferedSize() > ROW_GROUP_BYTES) {
      flush();
      begin();
    }
  }

  private void fields(GroupType type, JsonNode object) {
    for (int i = 0; i < type.getFieldCount(); i++) {
      Type field = type.getType(i);
      JsonNode value = object.get(field.getName());
      if (value == null || value.isNull()) continue;
      consumer.startField(field.getName(), i);
      value(field, value);
      consumer.endField(field.getName(), i);
    }
  }

  private void value(Type type, JsonNode value) {
    switch (value.getNodeType()) {
      case STRING -> consumer.addBinary(Binary.fromString(value.textValue()));
      case BOOLEAN -> consumer.addBoolean(value.booleanValue());
      case NUMBER -> number(type, value);
      case ARRAY -> list(type.asGroupType(), value);
      default -> group(type.asGroupType(), value);
    }
  }

  private void number(Type type, JsonNode value) {
    switch (type.asPrimitiveType().getPrimitiveTypeName()) {
      case INT64 -> consumer.addLong(value.longValue());
      default -> consumer.addDouble(value.doubleValue());
    }
  }

  private void group(GroupType type, JsonNode value) {
    consumer.startGroup();
    fields(type, value);
    consumer.endGroup();
  }

  /** A list is a group of one repeated group, which holds the element. */
  private void list(GroupType type, JsonNode elements) {
    GroupType repeated = type.getType(0).asGroupType();
    consumer.startGroup();
    if (!elements.isEmpty()) {
      consumer.startField(repeated.getName(), 0);
      for (JsonNode element : elements) element(repeated.getType(0), element);
      consumer.endField(repeated.getName(), 0);
    }
    consumer.endGroup();
  }

  private void element(Type type, JsonNode element) {
    consumer.startGroup();
    consumer.startField(type.getName(), 0);
    value(type, element);
    consumer.endField(type.getName(), 0);
    consumer.endGroup();
  }

  private void flush() throws IOException {
    consumer.flush();
    store.flush();
    if (rows > 0) {
      file.startBlock(rows);
      pages.flushToFileWriter(file);
      file.endBlock();
    }
    store.close();
    pages.close();
  }

  @Override
  public void close() throws IOException {
    flush();
    file.end(Map.of());
  }
}
