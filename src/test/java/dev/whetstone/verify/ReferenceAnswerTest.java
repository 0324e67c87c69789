package dev.whetstone.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.whetstone.task.Grade;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceAnswerTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          4            | It is \\boxed{4}.          | RIGHT
          4            | 4.0                        | RIGHT
          1/2          | 0.5                        | RIGHT
          \\frac{1}{2} | \\boxed{\\frac{2}{4}}      | RIGHT
          3037         | 3010                       | WRONG
          4            | not 4                      | UNREADABLE
          4            | four                       | UNREADABLE
          #### 72      | The answer is 72.          | RIGHT
          Paris        | The capital is Paris.      | RIGHT
          Paris        | \\boxed{\\text{paris}}     | RIGHT
          Paris        | It is not Paris.           | WRONG
          Paris        | London                     | WRONG
          x^2 + 1      | \\boxed{x^2+1}             | RIGHT
          (A)          | The answer is (A).         | RIGHT
          """)
  void aCompletionIsComparedWithItsReference(String reference, String completion, Grade grade) {
    assertEquals(grade, ReferenceAnswer.check(reference).grade(completion));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\\boxed{}", "$$"})
  void aReferenceThatStatesNothingIsRefused(String reference) {
    assertThrows(IllegalArgumentException.class, () -> ReferenceAnswer.check(reference));
  }

  @ParameterizedTest
  @ValueSource(ints = {ReferenceAnswer.MAX_LENGTH, ReferenceAnswer.MAX_LENGTH + 1})
  void aReferenceIsBounded(int length) {
    String reference = "x".repeat(length);
    if (length <= ReferenceAnswer.MAX_LENGTH)
      assertEquals(Grade.RIGHT, ReferenceAnswer.check(reference).grade(reference));
    else assertThrows(IllegalArgumentException.class, () -> ReferenceAnswer.check(reference));
  }
}
