package dev.whetstone.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The normaliser table: every writing of an answer that is read, and every one that is not. */
class AnswerTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          12                                  | 12
          -12                                 | -12
          \u221212                                 | -12
          +12                                 | 12
          12.                                 | 12
          12.50                               | 25/2
          .5                                  | 1/2
          1,234,567                           | 1234567
          1 234 567                           | 1234567
          1{,}234                             | 1234
          1\\,234                             | 1234
          3/4                                 | 3/4
          6/8                                 | 3/4
          -3/4                                | -3/4
          3/-4                                | -3/4
          1 1/2                               | 3/2
          \\frac{3}{4}                        | 3/4
          -\\dfrac{3}{4}                      | -3/4
          1\\frac{1}{2}                       | 3/2
          $\\tfrac{10}{4}$                    | 5/2
          1.5e3                               | 1500
          1.5 \\times 10^{3}                  | 1500
          2 x 10^-2                           | 1/50
          \\boxed{42}                         | 42
          So it is $\\boxed{42}$.             | 42
          \\boxed{7} no, \\boxed{8}           | 8
          <answer>42</answer>                 | 42
          <answer>The answer is 42</answer>   | 42
          <answer> \\boxed{42} </answer>      | 42
          <think>\\boxed{1}</think> 2         | 2
          #### 42                             | 42
          The answer is 42.                   | 42
          The final answer is: 42             | 42
          **Answer:** 42                      | 42
          Answer: **42**                      | 42
          Answer: `42`                        | 42
          2 + 2 = 4                           | 4
          x = 15/3 = 5                        | 5
          The GCD of 36 and 84 is 12.         | 12
          In all: 12 apples                   | 12
          $12.50                              | 25/2
          12 cm                               | 12
          \\text{12}                          | 12
          \\(12\\)                            | 12
          \\[12\\]                            | 12
          Steps 1 to 3 are done -> 12         | ~~
          12%                                 | 12
          """)
  void numbersAreReadHoweverTheyAreWritten(String completion, String number) {
    Optional<Rational> read = Answer.in(completion).flatMap(Answer::number);
    assertEquals(number, read.map(Rational::toString).orElse(""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "no idea",
        "not 12",
        "It is not 12.",
        "12 or 13",
        "12, 13",
        "either 12 or 13",
        "between 12 and 13",
        "12 13",
        "1/0",
        "\\frac{1}{0}",
        "2^10",
        "9^{9^{9}}",
        "9**9**9",
        "1e999999",
        "1e401",
        "x \u2260 12",
        "x \\neq 12",
        "x < 12",
        "x = 3, x = 5",
        "x = 3; x = 5",
        "NaN",
        "Infinity",
        "0x10",
        "\\boxed{}",
        "\\boxed{\\boxed{12}}",
        "12 and 13",
        "This is not the answer: 12",
        "not my final answer: 12",
        "wrong answer: 12",
        "1.2.3",
        "4**2",
        "twelve"
      })
  void whatStatesNoOneNumberIsUnreadable(String completion) {
    assertEquals(Optional.empty(), Answer.in(completion).flatMap(Answer::number));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Yes                         | yes
          yes.                        | yes
          The answer is YES           | yes
          \\boxed{\\text{No}}         | no
          No, it does not follow.     |
          yes or no                   |
          not yes                     |
          Yes and no                  |
          yesterday                   |
          """)
  void aChoiceIsTheOneOptionNamed(String completion, String choice) {
    Optional<String> read =
        Answer.in(completion).flatMap(answer -> answer.choice(List.of("yes", "no")));
    assertEquals(Optional.ofNullable(choice), read);
  }

  @ParameterizedTest
  @ValueSource(ints = {Answer.MAX_COMPLETION - 3, Answer.MAX_COMPLETION, Answer.MAX_COMPLETION + 1})
  void aCompletionIsReadUpToItsLimit(int length) {
    String completion = " ".repeat(length - 2) + "12";
    assertEquals(length <= Answer.MAX_COMPLETION, Answer.in(completion).isPresent());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\\frac{", "{", "(", "1,", "1 ", "\\boxed{", "<answer>", "-", "9/", "not ", "= "})
  void hostileRepetitionIsReadInNoTime(String piece) {
    String hostile = piece.repeat(Answer.MAX_ANSWER / piece.length());
    Optional<Rational> number = Optional.empty();
    for (int i = 0; i < 20; i++) number = Answer.in(hostile).flatMap(Answer::number);
    assertTrue(number.isEmpty());
    assertTrue(Answer.in(hostile).flatMap(a -> a.choice(List.of("yes", "no"))).isEmpty());
  }
}
