package dev.whetstone.model.wide.note;

import static dev.whetstone.model.wide.note.NoteHashes.mix;

import dev.whetstone.model.wide.template.Run;
import java.util.ArrayList;
import java.util.List;

/** Where each number of a step's short runs comes from: this step, the one before, the problem. */
final class ItemNotes {
  private static final int MAX_ITEMS = 12;
  private static final int MAX_EARLIER = 6;
  private static final int MAX_COMPARED = 4;
  private static final int MAX_GIVEN = 8;

  private final NoteHashes notes;
  private final Past past;
  private final List<String> before;
  private final List<String> own = new ArrayList<>();
  private int all;

  ItemNotes(NoteHashes notes, Past past) {
    this.notes = notes;
    this.past = past;
    before = past.last().items();
  }

  void add(List<Run> runs) {
    for (int i = 0; i < Math.min(RunNotes.MAX_RUNS, runs.size()); i++) {
      Run run = runs.get(i);
      for (int n = 0; run.isShort() && n < run.items().size() && own.size() < MAX_ITEMS; n++)
        add(run.items().get(n), mix(mix(i, n), run.shape()));
    }
    notes.addKey(Note.ITEM_ORIGINS, all);
  }

  private void add(String item, int slot) {
    origin(item, slot);
    spelling(item, slot);
    comparisons(item, slot);
    own.add(item);
  }

  private void origin(String item, int slot) {
    int earlier = equal(before.reversed().subList(0, Math.min(MAX_EARLIER, before.size())), item);
    int same = equal(own, item);
    int ahead = past.ahead(item);
    int given = ahead >= 0 ? Math.min(ahead, 2) : past.given().has(item) ? 3 : 4;
    int firsts = mix(Integer.lowestOneBit(earlier), Integer.lowestOneBit(same));
    notes.add(Note.ITEM_EARLIER.at(slot), earlier);
    notes.add(Note.ITEM_OWN.at(slot), same);
    notes.add(Note.ITEM_GIVEN.at(slot), given);
    notes.add(Note.ITEM_EARLIER_LATEST.at(slot), Integer.lowestOneBit(earlier));
    notes.add(Note.ITEM_OWN_FIRST.at(slot), Integer.lowestOneBit(same));
    notes.add(Note.ITEM_ORIGIN.at(slot), mix(firsts, given));
    all = mix(all, mix(firsts, given));
  }

  /** A bit for each that is equal. */
  private static int equal(List<String> others, String item) {
    int bits = 0;
    for (int k = 0; k < others.size(); k++) if (others.get(k).equals(item)) bits |= 1 << k;
    return bits;
  }

  private void spelling(String item, int slot) {
    int kind = item.equals("0") ? 0 : item.equals("1") ? 1 : item.startsWith("-") ? 2 : 3;
    notes.add(Note.ITEM_SIGN.at(slot), kind);
    notes.add(Note.ITEM_COUNTS_STEPS.at(slot), item.equals(Integer.toString(past.steps() + 1)));
    notes.add(Note.ITEM_EXTENDS.at(slot), extended(item));
    List<String> numbers = past.given().numbers();
    List<String> first = numbers.subList(0, Math.min(MAX_GIVEN, numbers.size()));
    boolean begins = first.stream().anyMatch(number -> number.startsWith(item));
    notes.add(Note.ITEM_BEGINS_GIVEN.at(slot), (begins ? 2 : 0) + (first.contains(item) ? 1 : 0));
    notes.add(Note.ITEM_LENGTH.at(slot), Math.min(3, item.length() - past.steps()));
  }

  /** Which number of the last step it is, with one more digit behind it; 0 for none. */
  private int extended(String item) {
    for (int k = Math.min(MAX_COMPARED, before.size()); k > 0; k--) {
      String old = before.get(k - 1);
      if (item.length() == old.length() + 1 && item.startsWith(old)) return k;
    }
    return 0;
  }

  private void comparisons(String item, int slot) {
    for (int k = 0; k < Math.min(MAX_COMPARED, own.size()); k++) {
      notes.add(Note.ITEM_LAST_DIGIT.at(slot, k), item.equals(lastDigit(own.get(k))));
      if (k < MAX_COMPARED - 1)
        notes.add(
            Note.ITEM_COMPARED.at(slot, k),
            Integer.signum(Double.compare(Items.value(item), Items.value(own.get(k)))));
    }
  }

  /** In base ten, of a numeral to a base up to 36. */
  private static String lastDigit(String item) {
    return Integer.toString(Character.digit(item.charAt(item.length() - 1), Character.MAX_RADIX));
  }
}
