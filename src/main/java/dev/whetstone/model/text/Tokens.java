package dev.whetstone.model.text;

/**
 * A text as tokens, with what is noted at each and where it stands in the text. One more note than
 * tokens: of the text as a whole.
 *
 * @param starts first UTF-16 char of each token
 * @param ends behind its last one
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Tokens(int[] ids, int[] notes, int[] starts, int[] ends) {
  public int length() {
    return ids.length;
  }

  /**
   * The same tokens with the notes of a step.
   *
   * @param text that they are the tokens of
   */
  public Tokens noted(String text, Before before) {
    int[] said = Notes.of(text, before);
    int[] noted = new int[ids.length + 1];
    for (int i = 0; i < ids.length; i++) noted[i] = said[starts[i]];
    noted[ids.length] = said[text.length()];
    return new Tokens(ids, noted, starts, ends);
  }
}
