package dev.whetstone.cli.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Closeable;
import java.io.IOException;

/** A file that takes one row after another. */
interface RowFile extends Closeable {
  void write(ObjectNode row) throws IOException;
}
