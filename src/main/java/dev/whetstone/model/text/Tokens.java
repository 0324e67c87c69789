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
}
