package dev.whetstone.model.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChatModelTest {
  private static final String ALL = "http://127.0.0.1:8000/v1";

  private static ChatModel of(Role role, String... pairs) {
    return ChatModel.of(role, ScriptedServer.settings(ALL, pairs)).orElseThrow();
  }

  @Test
  void aRoleWithoutSettingsHasTheModelOfAll() {
    ChatModel all = ChatModel.from(ScriptedServer.settings(ALL, "api-key", "secret"));
    for (Role role : Role.values()) assertEquals(all, of(role, "api-key", "secret"));
  }

  @Test
  void aRoleMayNameAModelOfTheSameServer() {
    ChatModel meta = of(Role.META_VERIFIER, "meta-verifier.model", "judge", "api-key", "secret");
    assertEquals("judge", meta.name());
    assertEquals(Optional.of("secret"), meta.server().key());
    assertEquals("tiny", of(Role.VERIFIER, "meta-verifier.model", "judge").name());
  }

  @Test
  void aServerOfItsOwnIsNeverSentTheKeyOfAll() {
    String[] own = {"refiner.base-url", "https://elsewhere.example/v1", "api-key", "secret"};
    ChatModel refiner = of(Role.REFINER, own);
    assertEquals(URI.create("https://elsewhere.example/v1"), refiner.server().base());
    assertEquals(Optional.empty(), refiner.server().key());
    assertFalse(of(Role.VERIFIER, own).toString().contains("secret"));
  }

  @Test
  void whereNoServerIsNamedThereIsNoModel() {
    RemoteSettings none = ScriptedServer.settings("");
    assertEquals(Optional.empty(), ChatModel.of(Role.VERIFIER, none));
  }

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:8000/v1,secret,false",
    "http://localhost:8000/v1,secret,false",
    "http://192.0.2.7:8000/v1,secret,true",
    "https://192.0.2.7/v1,secret,false",
    "http://192.0.2.7:8000/v1,' ',false"
  })
  void aKeyOverPlainHttpToAnotherMachineIsExposed(String url, String key, boolean exposed) {
    ChatModel model = ChatModel.from(ScriptedServer.settings(url, "api-key", key));
    assertEquals(exposed, model.exposesItsKey());
    assertTrue(model.server().base().toString().equals(url));
  }
}
