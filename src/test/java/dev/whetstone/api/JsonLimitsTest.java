package dev.whetstone.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonLimitsTest {
  private final ObjectMapper mapper = new ObjectMapper();

  private record Body(Boolean refiner, Double score, Integer count, String name) {}

  @BeforeEach
  void strict() {
    new JsonLimits().customize(mapper);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      value = {
        "refiner, 1, true or false",
        "refiner, 1.0, true or false",
        "refiner, \"true\", true or false",
        "refiner, \"yes\", true or false",
        "refiner, \"\", true or false",
        "score, \"0.5\", a number",
        "score, \"\", a number",
        "score, true, a number",
        "count, \"1\", a whole number",
        "count, 1.5, a whole number",
        "count, true, a whole number",
        "name, 1, a text",
        "name, false, a text"
      })
  void noTypeIsGuessedAndTheMendNamesTheOneWanted(String field, String value, String wanted) {
    String json = "{\"" + field + "\":" + value + "}";
    Problem problem =
        Problems.of(
            assertThrows(
                JsonProcessingException.class, () -> mapper.readValue(json, Body.class), json));
    assertEquals("urn:whetstone:problem:wrong-type", problem.type());
    assertEquals(field, problem.field());
    assertEquals("give " + wanted, problem.mend());
  }

  @Test
  void aWholeNumberIsANumberAndNullIsNothing() throws JsonProcessingException {
    Body body = mapper.readValue("{\"refiner\":null,\"score\":1}", Body.class);
    assertEquals(new Body(null, 1.0, null, null), body);
  }
}
