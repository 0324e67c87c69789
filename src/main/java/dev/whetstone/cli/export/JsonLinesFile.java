package dev.whetstone.cli.export;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** JSON Lines in UTF-8: a line feed ends each row, and stands nowhere else. */
final class JsonLinesFile implements RowFile {
  private static final ObjectWriter LINES =
      JsonMapper.builder()
          .build()
          .writerFor(ObjectNode.class)
          .without(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
          .withRootValueSeparator("\n");

  private final OutputStream out;
  private final SequenceWriter writer;
  private boolean any;

  JsonLinesFile(Path file, boolean isGzipped) throws IOException {
    OutputStream bytes = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
    out = isGzipped ? new GZIPOutputStream(bytes, 1 << 16) : bytes;
    writer = LINES.writeValues(out);
  }

  @Override
  public void write(ObjectNode row) throws IOException {
    writer.write(row);
    any = true;
  }

  @Override
  public void close() throws IOException {
    try (out) {
      writer.close();
      if (any) out.write('\n');
    }
  }
}
