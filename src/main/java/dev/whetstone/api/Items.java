package dev.whetstone.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;

/** Reads the items of a batch one by one, so that a bad one is refused alone. */
@ApplicationScoped
public class Items {
  private final ObjectMapper mapper;

  Items(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  /** An item that is not as it must be. */
  static final class Unreadable extends Exception {
    private final transient Problem problem;

    Unreadable(Problem problem) {
      super(problem.detail());
      this.problem = problem;
    }

    Problem problem() {
      return problem;
    }
  }

  <T> T read(JsonNode node, Class<T> form) throws Unreadable {
    if (!node.isObject())
      throw new Unreadable(
          Problems.of(new BadField("item", "the item is no object", "give an object")));
    try {
      return mapper.treeToValue(node, form);
    } catch (JsonProcessingException e) {
      throw new Unreadable(Problems.of(e));
    }
  }
}
