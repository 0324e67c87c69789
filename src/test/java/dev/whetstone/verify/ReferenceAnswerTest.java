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
          Paris        | Not: Paris                 | WRONG
          Paris        | It isn't so: Paris         | WRONG
          Paris        | No, the capital is Paris.  | RIGHT
          Paris        | I doubt that it is Paris   | WRONG
          x = 3        | \\boxed{3}                 | RIGHT
          x = 3        | \\boxed{3.0}               | RIGHT
          x = 3        | x = 3                      | RIGHT
          x = 3        | x = 4                      | WRONG
          x = 3        | not x = 3                  | UNREADABLE
          x = y + 1    | \\boxed{y+1}               | RIGHT
          x = 2, y = 3 | 3                          | WRONG
          x = 2, y = 3 | \\boxed{x=2, y=3}          | RIGHT
          1 2 3        | 123                        | WRONG
          1 2 3        | 1  2 3.                    | RIGHT
          -\\frac{1}{2} | -0.5                      | RIGHT
          The answer is 12. | 12.0                  | RIGHT
          Capital: Rome | \u0130: rome               | RIGHT
          """)
  void aCompletionIsComparedWithItsReference(String reference, String completion, Grade grade) {
    assertEquals(grade, ReferenceAnswer.check(reference).grade(completion));
  }

  @ParameterizedTest
  @CsvSource({
    "'1 2\n3 4','1 2\n3 4',RIGHT",
    "'1 2\n3 4','Here it is:\n1  2\n\n3 4\n',RIGHT",
    "'1 2\n3 4','<answer>\n1 2\n3 4\n</answer>',RIGHT",
    "'1 2\n3 4','The answer is 1 2\n3 4',RIGHT",
    "'1 2\n3 4','5 6\n3 4',WRONG",
    "'1 2\n3 4','3 4',WRONG",
    "'1 2\n3 4','<answer>5 6\n1 2\n3 4</answer>',WRONG",
    "'1\n234','1234',WRONG",
    "'a\nb','a b',RIGHT",
    "'Add them up.\n#### 7','7',RIGHT",
    "'Add them up.\n\\boxed{7}','The answer is 7.',RIGHT",
    "'Paris','#### Paris\nHope this helps!',RIGHT"
  })
  void aReferenceIsTakenWholeUnlessItIsMarked(String reference, String completion, Grade grade) {
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
