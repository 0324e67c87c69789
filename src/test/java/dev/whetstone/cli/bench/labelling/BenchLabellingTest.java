package dev.whetstone.cli.bench.labelling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class BenchLabellingTest {
  @Test
  void everyMarkIsMet() throws Exception {
    assertEquals(0, new BenchLabelling().call());
  }
}
