package dev.whetstone.benchmark.label;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.benchmark.label.Refusal.Reason;
import dev.whetstone.benchmark.label.Refusal.Refused;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalTest {
  private static final String SOLUTION =
      "{'id':'a','problem':'p','steps':['s','t'],'first_error':%s}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "NOT_JSON|{'problem':'p'|",
        "NOT_JSON|{'problem':'p','problem':'q'}|problem",
        "NOT_JSON|{'problem':'p','steps':['s'],'first_error':-1} x|x",
        "NOT_JSON|nonsense|nonsense",
        "WRONG_TYPE|[{'problem':'p'}]|jq",
        "WRONG_TYPE|3|object",
        "UNKNOWN_FORMAT|{'a':1}|format",
        "MISSING|{'problem':'p','steps':['s']}|first_error",
        "MISSING|{'problem':null,'steps':['s'],'first_error':-1}|problem",
        "EMPTY|{'problem':'  ','steps':['s'],'first_error':-1}|problem",
        "EMPTY|{'problem':'p','steps':[],'first_error':-1}|steps",
        "EMPTY|{'problem':'p','steps':['',' '],'first_error':-1}|steps",
        "EMPTY|{'problem':'p','steps':['s',''],'label':-1}|step 2",
        "WRONG_TYPE|{'problem':3,'steps':['s'],'first_error':-1}|problem",
        "WRONG_TYPE|{'problem':'p','steps':'s','first_error':-1}|steps",
        "WRONG_TYPE|{'problem':'p','steps':['s',1],'first_error':-1}|steps",
        "WRONG_TYPE|{'problem':'p','steps':['s'],'first_error':'0'}|first_error",
        "WRONG_TYPE|{'problem':'p','steps':['s'],'first_error':0.5}|first_error",
        "WRONG_TYPE|{'problem':'p','steps':['s'],'first_error':9999999999}|first_error",
        "WRONG_TYPE|{'problem':'p','steps':['s'],'label':-1,'final_answer_correct':1}|final_answer",
        "OUT_OF_RANGE|{'problem':'p','steps':['s'],'first_error':1}|first_error",
        "OUT_OF_RANGE|{'problem':'p','steps':['s'],'first_error':-2}|first_error",
        "OUT_OF_RANGE|{'problem':'p','steps':['s'],'first_error':-1,'split':'dev'}|split",
        "OUT_OF_RANGE|{'problem':'p','steps':['s'],'labels':['good']}|good",
        "OUT_OF_RANGE|{'problem':'p','steps':['s'],'labels':['right','right']}|2 labels",
        "MISSING|{'problem':'p','steps':['s'],'labels':['unknown']}|label",
        "CONTRADICTION|{'problem':'p','steps':['s'],'labels':['right'],'first_error':0}|first_error",
        "CONTRADICTION|{'problem':'p','steps':['s','t'],'labels':['unknown','wrong'],'first_error':1}|1",
        "OUT_OF_RANGE|{'problem':'p','prefix':[],'step':'s','rating':2}|rating",
        "EMPTY|{'problem':'p','prefix':['',''],'step':'s','rating':1}|step 1",
        "OUT_OF_RANGE|{'problem':'p','steps':['s'],'error_steps_1based':[0]}|error_steps",
        "OUT_OF_RANGE|{'problem':'p','steps':['s'],'error_steps_1based':[1,2]}|step 2 of 1",
        "OUT_OF_RANGE|{'question':{'problem':'p'},'label':{'steps':[{'completions':[],'chosen_completion':0}]}}|chosen",
        "MISSING|{'question':{},'label':{'steps':[]}}|problem",
        "OUT_OF_RANGE|{'question':'q','model_output_steps':['s'],'model_output_solution_first_error_step':'two'}|two",
        "OUT_OF_RANGE|{'question':'q','model_output_steps':['s'],'model_output_solution_first_error_step':2}|2"
            + " of 1",
        "CONTRADICTION|{'question':'q','model_output_steps':['s'],'model_output_solution_first_error_step':1,'model_output_solution_correctness':'correct'}|correct",
        "CONTRADICTION|{'Question':'q','Model_Solution_Steps':['s'],'Model_Solution_First_Error_Step':'N/A','Model_Solution_Correctness':'incorrect'}|incorrect",
        "NOT_STORABLE|{'problem':'a\\u0000','steps':['s'],'first_error':-1}|problem",
        "NOT_STORABLE|{'problem':'p','steps':['\\ud83d'],'first_error':-1}|steps",
        "NOT_STORABLE|{'problem':'p','steps':['\\ude00x'],'first_error':-1}|steps"
      })
  void aRowThatCannotBeReadIsRefusedByItsReasonAndItsField(
      Reason reason, String row, String named) {
    Refused refused = refused(row, FixedLimits.WIDE);
    assertEquals(reason, refused.reason, refused::getMessage);
    assertTrue(named == null || refused.getMessage().contains(named), refused::getMessage);
    assertEquals(1, refused.getMessage().lines().count());
  }

  @Test
  void aWholeSurrogatePairIsKept() throws Refused {
    String row = SOLUTION.formatted("-1").replace("'p'", "'\\ud83d\\ude00'");
    assertEquals("😀", parse(row, FixedLimits.WIDE).solution().problem());
  }

  @Test
  void badUtf8IsNotJson() {
    byte[] line = {'{', '"', 'a', '"', ':', '"', (byte) 0xff, '"', '}'};
    RowParser parser = new RowParser(origin(), FixedLimits.WIDE);
    Refused refused = assertThrows(Refused.class, () -> parser.parse(Optional.of(line)));
    assertEquals(Reason.NOT_JSON, refused.reason);
  }

  @Test
  void deepNestingIsRefusedAndNotFollowed() {
    Refused refused = refused("{'a':" + "[".repeat(100_000), FixedLimits.WIDE);
    assertEquals(Reason.NOT_JSON, refused.reason);
  }

  @Test
  void eachLimitHoldsAtItsEdge() throws Refused {
    String row = SOLUTION.formatted("1");
    assertEquals(2, parse(row, new FixedLimits(99, 99, 2, 3, 1)).solution().steps().size());
    assertEquals(Reason.TOO_LONG, refused(row, new FixedLimits(99, 99, 1, 3, 1)).reason);
    assertEquals(Reason.TOO_LONG, refused(row, new FixedLimits(99, 99, 2, 2, 1)).reason);
    String longId = "i".repeat(Labelled.LONGEST_ID);
    assertEquals(longId, parse(row.replace("'a'", "'" + longId + "'"), FixedLimits.WIDE).id());
    String tooLong = row.replace("'a'", "'" + longId + "i'");
    assertEquals(Reason.TOO_LONG, refused(tooLong, FixedLimits.WIDE).reason);
  }

  @Test
  void aLineThatWasTooLongToKeepIsRefused() {
    RowParser parser = new RowParser(origin(), FixedLimits.WIDE);
    Refused refused = assertThrows(Refused.class, () -> parser.parse(Optional.empty()));
    assertEquals(Reason.TOO_LONG, refused.reason);
  }

  @Test
  void anyTextIsReadOrRefusedAndNothingElseHappens() {
    java.util.Random random = new java.util.Random(5);
    String row = SOLUTION.formatted("1").replace('\'', '"');
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = row.getBytes(UTF_8);
      for (int k = 0; k < 3; k++) bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      try {
        new RowParser(origin(), FixedLimits.WIDE).parse(Optional.of(bytes));
      } catch (Refused expected) {
        assertTrue(expected.getMessage().length() < 1_000);
      }
    }
  }

  private static Refused refused(String row, LabelLimits limits) {
    return assertThrows(Refused.class, () -> parse(row, limits));
  }

  private static Labelled parse(String row, LabelLimits limits) throws Refused {
    byte[] line = row.replace('\'', '"').getBytes(UTF_8);
    return new RowParser(origin(), limits).parse(Optional.of(line)).getFirst();
  }

  private static Origin origin() {
    return new Origin("any", Optional.empty(), Optional.empty(), Optional.empty());
  }
}
