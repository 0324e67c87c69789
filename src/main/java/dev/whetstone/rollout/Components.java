package dev.whetstone.rollout;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;

/** A reward's components as they stand in their row. */
public final class Components {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<LinkedHashMap<String, Double>> FORM = new TypeReference<>() {};

  private Components() {}

  static String json(Map<String, Double> components) {
    try {
      return JSON.writeValueAsString(components);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("names and numbers are always JSON", e);
    }
  }

  public static Map<String, Double> read(String json) {
    try {
      return JSON.readValue(json, FORM);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an outcome's components are not readable", e);
    }
  }
}
