package dev.whetstone.task;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The normaliser table: every writing of an answer that is read, and every one that is not. */
class AnswerTest {
  private static final Duration LIMIT = Duration.ofSeconds(2);

  /** What the reader looks for, and what has confused it. */
  private static final List<String> PIECES =
      List.of(
          "\\frac",
          "{",
          "}",
          "\\boxed{",
          "<answer>",
          "</answer>",
          "</think>",
          "0",
          "1",
          "12",
          "000",
          ".",
          ",",
          ";",
          "/",
          "-",
          "+",
          "=",
          "^",
          "$",
          "**",
          "`",
          "```",
          "\\",
          "\\\\",
          "\\text{",
          "\\$",
          "\\sqrt",
          " is ",
          "is",
          ":",
          "not ",
          "no",
          "yes",
          "isn't ",
          "#",
          "####",
          "answer",
          "The answer is",
          "minus ",
          "x",
          "x10^",
          "e",
          "(",
          ")",
          "'",
          "\u0130",
          "\u2019",
          "\u2212",
          "\u0661",
          "\ud800",
          " ",
          "\n",
          "\r");

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
          (12)                                | 12
          *12*                                | 12
          negative 12                         | -12
          \\frac{1}{2\\\\}                     | 1/2
          The answer is minus 12.             | -12
          \\sqrt{144} = 12                    | 12
          The square root of 144 is 12.       | 12
          36 is more than 24, so x is 12.     | 12
          It is not 5, so the answer is 6.    | 6
          It isn't 5; the answer is 6.        | 6
          No, the answer is 7.                | 7
          The ANSWER is 7                     | 7
          \u0130\u0130\u0130 The answer is 12   | 12
          \u0130 <Answer>12</ANSWER> \u0130     | 12
          <answer>Not 5, so \\boxed{6}</answer> | 6
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
        "12 is incorrect",
        "12 is wrong, I doubt it",
        "The answer isn\u2019t 12",
        "The answer isn't 12",
        "It doesn't equal 12",
        "It doesn\u2019t equal 12",
        "I do not think that the answer is 12",
        "It is false that the answer is 12",
        "It is not true at all, by any means, that it is 12",
        "Perhaps the answer is 12",
        "Either it is 13 or the answer is 12",
        "<answer>not \\boxed{12}</answer>",
        "<answer>\\boxed{12} is wrong</answer>",
        "-(12)",
        "-(-12)",
        "minus (12)",
        "--12",
        "x-12",
        "f(12)",
        "about 12",
        "approximately 12",
        "at least 12",
        "at most: 12",
        "It is at least 12, I think",
        "The answer is less than 12",
        "half of 12",
        "twice 12",
        "12 million",
        "12 thousand",
        "12 hundred",
        "12 squared",
        "7 minus 12",
        "\\sqrt{12}",
        "sqrt(12)",
        "sqrt 12",
        "\u221a12",
        "\u00b112",
        "12\\pi",
        "\\frac{x}{12}",
        "unless 12",
        "'not' 12",
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
          isn\u2019t yes                 |
          doesn't mean yes            |
          no doubt yes                |
          It is false that it is yes  |
          It is not no                |
          It is not so: yes           |
          No, so the answer is no.    | no
          It doesn't follow, so the answer is: No | no
          """)
  void aChoiceIsTheOneOptionNamed(String completion, String choice) {
    Optional<String> read =
        Answer.in(completion).flatMap(answer -> answer.choice(List.of("yes", "no")));
    assertEquals(Optional.ofNullable(choice), read);
  }

  @Test
  void aHeadingIsNoAnswer() {
    String completion = "#### Step 1\nWe add.\nThe answer is 12.";
    assertEquals(Optional.of(Rational.of(12)), Answer.in(completion).flatMap(Answer::number));
  }

  @ParameterizedTest
  @ValueSource(ints = {Answer.MAX_COMPLETION - 3, Answer.MAX_COMPLETION, Answer.MAX_COMPLETION + 1})
  void aCompletionIsReadUpToItsLimit(int length) {
    String completion = " ".repeat(length - 2) + "12";
    assertEquals(length <= Answer.MAX_COMPLETION, Answer.in(completion).isPresent());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\frac{",
        "{",
        "(",
        "1,",
        "1 ",
        "\\boxed{",
        "<answer>",
        "</answer>",
        "<answer",
        "-",
        "9/",
        "not ",
        "= ",
        "n't ",
        "'",
        "a",
        "a\n",
        "\n",
        "\\",
        "\\text{",
        "\\text",
        "####",
        "####\n",
        "answer is ",
        "answer ",
        "minus ",
        "10^",
        "\u0130",
        "</think>",
        "```",
        "."
      })
  void hostileRepetitionIsReadInNoTime(String piece) {
    for (int size : List.of(4_000, Answer.MAX_ANSWER, Answer.MAX_COMPLETION)) {
      String hostile = piece.repeat(size / piece.length());
      assertTimeoutPreemptively(LIMIT, () -> assertNothingIsRead(hostile));
      assertTimeoutPreemptively(LIMIT, () -> readEverything("<answer>" + hostile + "</answer>"));
      assertTimeoutPreemptively(LIMIT, () -> readEverything("1\n2\n" + hostile + " is 2"));
    }
  }

  private static void assertNothingIsRead(String completion) {
    assertTrue(Answer.in(completion).flatMap(Answer::number).isEmpty());
    assertTrue(Answer.in(completion).flatMap(a -> a.choice(List.of("yes", "no"))).isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "'#### 42\nHope this helps!',42",
    "'#### 41\nor rather\n#### 42\n\nBye: 7',42",
    "'#### 42\n',42",
    "'####\n42',42",
    "'####  \n\n42\n\nHope this helps!',42",
    "'####\n1 2\n3 4\n\n5','1 2\n3 4'",
    "'#### 41 #### 42',42",
    "'\\boxed{42}\n#### 41',42"
  })
  void theLastHashesMarkTheAnswerWhateverFollows(String completion, String number) {
    Answer read = Answer.in(completion).orElseThrow();
    assertEquals(number, read.text());
    assertTrue(read.isMarked());
  }

  /** Else who marks where a grid begins has said its first line alone. */
  @ParameterizedTest
  @CsvSource({
    "'#### a\nb\n\nBye',a b",
    "'####\n```\na\nb\n```',a b",
    "'#### a\nb\n#### c\n\nd\ne',c d",
    "'<answer>a\nb\nc</answer>\n#### d\ne',b c",
    "'a\nb\nc',b c",
    "'#### a',"
  })
  void aBlockBeginsAtTheHashesOrElseEndsWithTheText(String completion, String block) {
    assertEquals(
        Optional.ofNullable(block),
        Answer.block(completion, 2).map(lines -> String.join(" ", lines)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The capital is Paris | paris
          x = 3                | 3
          x = 2, y = 3         | 3
          Not: Paris           | not: paris
          No, it is: Paris     | paris
          """)
  void aTailIsWhatIsAffirmed(String completion, String tail) {
    assertEquals(tail, Answer.in(completion).orElseThrow().tail());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void noTextMakesTheReaderThrow(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 2_000; i++) {
      String text = text(random);
      assertDoesNotThrow(() -> readEverything(text), () -> "reading: " + text);
    }
  }

  private static String text(SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    for (int left = random.nextInt(1, 25); left > 0; left--)
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    return text.toString();
  }

  private static void readEverything(String completion) {
    for (int lines = 1; lines < 4; lines++) Answer.block(completion, lines);
    Answer.whole(completion);
    Answer.in(completion).ifPresent(AnswerTest::readEverything);
  }

  private static void readEverything(Answer answer) {
    answer.number();
    answer.choice(List.of("yes", "no", "not"));
    answer.tail();
    answer.lead();
  }
}
