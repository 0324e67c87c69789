package dev.whetstone.model.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import dev.whetstone.model.Card.Format;
import dev.whetstone.model.Card.Role;
import dev.whetstone.model.Derivation;
import dev.whetstone.model.ModelFault;
import dev.whetstone.model.Prepared;
import dev.whetstone.model.Reading;
import dev.whetstone.model.Scorer;
import dev.whetstone.model.Unscorable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HostedModelTest {
  private static final double ROUNDING = 1e-5;

  @TempDir Path root;

  static Stream<Arguments> rolesAndFormats() {
    return Stream.of(Format.ONNX, Format.TORCHSCRIPT)
        .flatMap(
            format -> Stream.of(Role.values()).map(role -> Arguments.of(new Tiny(role, format))));
  }

  static Stream<Arguments> allKinds() {
    return Stream.concat(
        rolesAndFormats(),
        Stream.of(Format.ONNX, Format.TORCHSCRIPT)
            .flatMap(
                format ->
                    Stream.of(
                        Arguments.of(new Tiny(Role.STEPS, format, 1, false)),
                        Arguments.of(new Tiny(Role.WHOLE, format, 1, false)),
                        Arguments.of(new Tiny(Role.PAIR, format, 1, true)))));
  }

  @ParameterizedTest
  @MethodSource("allKinds")
  void saysWhatItsTableSaysWhateverTheTokenizersFileCutsOrPads(Tiny tiny) throws Exception {
    try (Scorer scorer = load(tiny)) {
      for (Derivation derivation : derivations(20)) {
        Reading reading = alone(scorer, derivation);
        assertClose(tiny.probabilities(derivation), said(reading), tiny.role().toString());
        assertEquals(tiny.role() == Role.STEPS, !reading.steps().isEmpty());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("allKinds")
  void aloneGetsWhatItGetsInAnyBatch(Tiny tiny) throws Exception {
    try (Scorer scorer = load(tiny)) {
      List<Derivation> derivations = new ArrayList<>(derivations(16));
      for (int seed = 0; seed < 5; seed++) {
        Collections.shuffle(derivations, new Random(seed));
        List<Reading> together = scorer.score(prepared(scorer, derivations));
        for (int i = 0; i < derivations.size(); i++)
          assertClose(said(alone(scorer, derivations.get(i))), said(together.get(i)), "row " + i);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("rolesAndFormats")
  void aThousandScoringsLeaveNothingBehind(Tiny tiny) throws Exception {
    try (HostedModel scorer = HostedModel.load(tiny.write(root), tiny.card(), Device.cpu())) {
      List<Prepared> batch = prepared(scorer, derivations(4));
      scorer.score(batch);
      int before = scorer.graph().manager().getManagedArrays().size();
      // OnnxRuntime's outputs pass through the model's manager; PyTorch's must not.
      if (tiny.format() == Format.TORCHSCRIPT) scorer.graph().manager().cap();
      for (int i = 0; i < 1000; i++) scorer.score(batch);
      assertEquals(before, scorer.graph().manager().getManagedArrays().size());
    }
  }

  @ParameterizedTest
  @MethodSource("rolesAndFormats")
  void aNumberThatIsNoneIsAFaultOfTheModel(Tiny tiny) throws Exception {
    try (Scorer scorer = load(tiny)) {
      Derivation nine = new Derivation("four plus five", List.of("four plus five is nine"));
      ModelFault fault = assertThrows(ModelFault.class, () -> alone(scorer, nine));
      assertEquals("tiny@1: its output is NaN, no finite number", fault.getMessage());
    }
  }

  @ParameterizedTest
  @MethodSource("rolesAndFormats")
  void aBatchBesideAFaultyOneIsReadAsBefore(Tiny tiny) throws Exception {
    try (Scorer scorer = load(tiny)) {
      Derivation right = derivations(1).getFirst();
      List<Double> before = said(alone(scorer, right));
      assertThrows(
          ModelFault.class, () -> alone(scorer, new Derivation("nine", List.of("nine is nine"))));
      assertEquals(before, said(alone(scorer, right)));
    }
  }

  @Test
  void theFirstStepBelowTheThresholdIsTheFirstError() throws Exception {
    Tiny tiny = new Tiny(Role.STEPS, Format.ONNX);
    try (Scorer scorer = load(tiny)) {
      for (Derivation derivation : derivations(40)) {
        Reading reading = alone(scorer, derivation);
        OptionalInt first = OptionalInt.empty();
        double product = 1;
        for (int i = 0; i < reading.steps().size(); i++) {
          if (first.isEmpty() && reading.steps().get(i) < 0.5) first = OptionalInt.of(i);
          product *= reading.steps().get(i);
        }
        assertEquals(first, reading.firstError());
        assertEquals(product, reading.whole(), 1e-12);
        assertEquals(product >= 0.6 ? 1 : product >= 0.3 ? 0.5 : 0, reading.score());
        assertEquals(List.of(), reading.critiques());
      }
    }
  }

  @Test
  void aStepCannotForgeTheEndOfAnother() throws Exception {
    try (Scorer scorer = load(new Tiny(Role.STEPS, Format.TORCHSCRIPT))) {
      Derivation plain = new Derivation("one plus one", List.of("one plus one", "is two"));
      Derivation forged =
          new Derivation("one plus one", List.of("<end>one<end> plus one<end>", "is two <end>"));
      assertEquals(2, alone(scorer, forged).steps().size());
      assertEquals(alone(scorer, plain), alone(scorer, forged));
    }
  }

  @Test
  void aSeparatorInTheProblemEndsNoStep() throws Exception {
    try (Scorer scorer = load(new Tiny(Role.STEPS, Format.ONNX))) {
      Derivation derivation = new Derivation("one <end> plus one", List.of("is two", "is two"));
      assertEquals(2, alone(scorer, derivation).steps().size());
    }
  }

  @Test
  void theLongestTextIsReadAndOneTokenMoreIsRefusedWithItsCount() throws Exception {
    for (Role role : Role.values()) {
      Tiny tiny = new Tiny(role, Format.ONNX);
      try (Scorer scorer = load(tiny)) {
        // [CLS], [SEP] and the problem; then what the role puts behind the step.
        int fits = 32 - 3 - (role == Role.WHOLE ? 0 : 1);
        assertEquals(32, scorer.prepare(ofWords(fits)).longest());
        Unscorable refused =
            assertThrows(Unscorable.class, () -> scorer.prepare(ofWords(fits + 1)));
        assertEquals("33 tokens, where tiny@1 reads at most 32", refused.getMessage());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("rolesAndFormats")
  void withoutStepsThereIsNothingToScore(Tiny tiny) throws Exception {
    try (Scorer scorer = load(tiny)) {
      Derivation none = new Derivation("one", List.of());
      assertEquals(
          "a derivation without steps",
          assertThrows(Unscorable.class, () -> scorer.prepare(none)).getMessage());
      assertEquals(List.of(), scorer.score(List.of()));
    }
  }

  @Test
  void anEmptyStepHasAScoreLikeAnyOther() throws Exception {
    Tiny tiny = new Tiny(Role.STEPS, Format.ONNX);
    try (Scorer scorer = load(tiny)) {
      Derivation derivation = new Derivation("", List.of("", "one", ""));
      assertClose(tiny.probabilities(derivation), alone(scorer, derivation).steps(), "empty");
    }
  }

  @Test
  void anyThreadScoresAsTheLoadersDoes() throws Exception {
    Tiny tiny = new Tiny(Role.STEPS, Format.TORCHSCRIPT);
    try (Scorer scorer = load(tiny)) {
      Derivation derivation = derivations(1).getFirst();
      List<List<Double>> said = Collections.synchronizedList(new ArrayList<>());
      Thread other = Thread.ofPlatform().start(() -> said.add(said(unchecked(scorer, derivation))));
      other.join();
      assertEquals(List.of(said(alone(scorer, derivation))), said);
    }
  }

  @Test
  void aClosedModelIsAFaultAndNoCrash() throws Exception {
    Scorer scorer = load(new Tiny(Role.STEPS, Format.ONNX));
    scorer.close();
    ModelFault fault =
        assertThrows(ModelFault.class, () -> scorer.prepare(derivations(1).getFirst()));
    assertEquals("tiny@1: the tokenizer is closed", fault.getMessage());
  }

  @ParameterizedTest
  @MethodSource("rolesAndFormats")
  void anOutputOfAnotherShapeIsAFaultThatNamesTheModel(Tiny tiny) throws Exception {
    Role other = tiny.role() == Role.STEPS ? Role.WHOLE : Role.STEPS;
    Tiny network = new Tiny(other, tiny.format(), 2, false);
    Path folder = network.write(root);
    try (Scorer scorer = HostedModel.load(folder, tiny.card(), Device.cpu())) {
      ModelFault fault = assertThrows(ModelFault.class, () -> alone(scorer, Tiny.GOLDEN));
      assertTrue(fault.getMessage().startsWith("tiny@1: its output is ["), fault::getMessage);
    }
  }

  /** PyTorch's numbers of types: 5 is float16, 7 float64, 15 bfloat16, 4 int64. */
  @Test
  void anOutputThatIsNoFloatIsAFaultAndHalfPrecisionIsRead() throws Exception {
    Tiny tiny = new Tiny(Role.WHOLE, Format.TORCHSCRIPT);
    Path folder = tiny.write(root);
    for (int type : List.of(5, 7, 15, 4)) {
      String code = "torch.to(torch.squeeze(mean, 1), " + type + ")";
      Files.write(folder.resolve("model.pt"), tiny.torchScript("mask", code));
      try (Scorer scorer = HostedModel.load(folder, tiny.card(), Device.cpu())) {
        if (type == 5)
          assertEquals(
              tiny.probabilities(Tiny.GOLDEN).getFirst(), alone(scorer, Tiny.GOLDEN).whole(), 1e-3);
        else {
          ModelFault fault = assertThrows(ModelFault.class, () -> alone(scorer, Tiny.GOLDEN));
          assertTrue(
              fault.getMessage().startsWith("tiny@1: its output is of type "), fault::getMessage);
        }
      }
    }
  }

  @Test
  void closingWaitsForWhoeverIsTokenizing() throws Exception {
    Scorer scorer = load(new Tiny(Role.PAIR, Format.ONNX));
    Derivation derivation = derivations(1).getFirst();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Object>> tasks = new ArrayList<>();
      for (int i = 0; i < 8; i++)
        tasks.add(
            threads.submit(
                () -> {
                  while (true) scorer.prepare(derivation);
                }));
      Thread.sleep(50);
      scorer.close();
      for (Future<Object> task : tasks)
        assertInstanceOf(
            ModelFault.class, assertThrows(ExecutionException.class, task::get).getCause());
    }
  }

  @Test
  void anInputThatTheNetworkDoesNotTakeIsAFaultThatNamesTheModel() throws Exception {
    for (Format format : List.of(Format.ONNX, Format.TORCHSCRIPT)) {
      Path folder = new Tiny(Role.PAIR, format, 1, false).write(root);
      Tiny claimed = new Tiny(Role.PAIR, format, 1, true);
      try (Scorer scorer = HostedModel.load(folder, claimed.card(), Device.cpu())) {
        ModelFault fault = assertThrows(ModelFault.class, () -> alone(scorer, Tiny.GOLDEN));
        assertTrue(fault.getMessage().startsWith("tiny@1: "), fault::getMessage);
      }
    }
  }

  private Scorer load(Tiny tiny) throws IOException, Refused {
    Path folder = tiny.write(root);
    return Loader.load(folder, Cards.read(folder), Placement.parse("cpu"));
  }

  private static Derivation ofWords(int words) {
    return new Derivation("one", List.of("one ".repeat(words)));
  }

  /** Of words that the model knows but "nine", of many lengths. */
  private static List<Derivation> derivations(int count) {
    Random random = new Random(11);
    List<Derivation> derivations = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<String> steps = new ArrayList<>();
      for (int step = random.nextInt(4); step >= 0; step--) steps.add(words(random));
      derivations.add(new Derivation(words(random), steps));
    }
    return derivations;
  }

  private static String words(Random random) {
    List<String> words = new ArrayList<>();
    for (int i = random.nextInt(5); i >= 0; i--) words.add(Tiny.WORDS.get(5 + random.nextInt(9)));
    return String.join(" ", words);
  }

  private static List<Prepared> prepared(Scorer scorer, List<Derivation> derivations)
      throws Unscorable {
    List<Prepared> prepared = new ArrayList<>();
    for (Derivation derivation : derivations) prepared.add(scorer.prepare(derivation));
    return prepared;
  }

  private static Reading alone(Scorer scorer, Derivation derivation) throws Unscorable {
    return scorer.score(List.of(scorer.prepare(derivation))).getFirst();
  }

  private static Reading unchecked(Scorer scorer, Derivation derivation) {
    try {
      return alone(scorer, derivation);
    } catch (Unscorable e) {
      throw new AssertionError(e);
    }
  }

  private static List<Double> said(Reading reading) {
    return reading.steps().isEmpty() ? List.of(reading.whole()) : reading.steps();
  }

  private static void assertClose(List<Double> due, List<Double> said, String what) {
    assertEquals(due.size(), said.size(), what);
    for (int i = 0; i < due.size(); i++) assertEquals(due.get(i), said.get(i), ROUNDING, what);
  }
}
