package dev.whetstone.model.remote;

import dev.whetstone.model.remote.Outcome.Answered;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The answers read last, bounded in number and in characters. */
final class AnswerCache {
  private final int most;
  private final long mostCharacters;
  private final Map<String, Answered> answers = new LinkedHashMap<>(16, 0.75f, true);
  private long characters;

  AnswerCache(int most, long mostCharacters) {
    if (most < 0 || mostCharacters < 0) throw new IllegalArgumentException("fewer than none");
    this.most = most;
    this.mostCharacters = mostCharacters;
  }

  synchronized Optional<Answered> find(String key) {
    return Optional.ofNullable(answers.get(key)).map(Answered::fromCache);
  }

  /** An answer that alone is over the bound is not kept. */
  synchronized void keep(String key, Answered answer) {
    if (answer.characters() > mostCharacters) return;
    Answered before = answers.put(key, answer);
    characters += answer.characters() - (before == null ? 0 : before.characters());
    Iterator<Answered> oldest = answers.values().iterator();
    while (answers.size() > most || characters > mostCharacters) {
      characters -= oldest.next().characters();
      oldest.remove();
    }
  }

  synchronized int size() {
    return answers.size();
  }
}
