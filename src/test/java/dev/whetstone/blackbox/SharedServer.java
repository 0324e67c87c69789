package dev.whetstone.blackbox;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One packaged server for all tests that leave it alive; it is stopped after the last of them. A
 * test asks for its door, or for the witness that nothing there was harmed.
 */
final class SharedServer implements ParameterResolver {
  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == Door.class || type == Witness.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Store store = context.getRoot().getStore(Namespace.GLOBAL);
    Door door = server(store).door();
    if (parameter.getParameter().getType() == Door.class) return door;
    return store.computeIfAbsent(Witness.class, key -> Witness.at(door), Witness.class);
  }

  private static PackagedServer server(Store store) {
    return store.computeIfAbsent(
        SharedServer.class, key -> PackagedServer.start(Launch.fresh()), PackagedServer.class);
  }
}
