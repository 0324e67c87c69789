package dev.whetstone.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SecretTest {
  @Test
  void aFreshOneIsLikeNoOther() {
    assertNotEquals(Secret.fresh().text(), Secret.fresh().text());
    assertTrue(Secret.isLike(Secret.fresh().text()));
    assertEquals(32, Secret.fresh().hash().length);
  }

  @Test
  void oneOfAnotherLengthHasNoHash() {
    String text = Secret.fresh().text();
    assertEquals(0, new Secret(text + "A").hash().length);
    assertEquals(0, new Secret(text.substring(1)).hash().length);
  }

  @Test
  void itIsNotShown() {
    Secret secret = Secret.fresh();
    assertFalse(secret.toString().contains(secret.text().substring(4)));
  }
}
