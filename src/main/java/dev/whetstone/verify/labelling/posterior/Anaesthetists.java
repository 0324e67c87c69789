package dev.whetstone.verify.labelling.posterior;

import java.util.ArrayList;
import java.util.List;

/**
 * The first data that confusions of raters were fitted to: how fit five anaesthetists found 45
 * patients, from 1 to 4; Dawid and Skene 1979, table 1.
 */
public final class Anaesthetists {
  /** Of each patient what observer 1 said three times, then 2, 3, 4 and 5. */
  private static final String SAID =
      """
      1111111 3334334 1122122 2223121 2223222 2223322 1222111 3333433 2222223 2322223 4444444
      2223343 1111111 2223212 1211111 1112111 1111111 1111111 2222221 2221322 2222222 2222221
      2223222 2212222 1111111 1111111 2322222 1111111 1111111 1121121 1111111 3333233 1111111
      2222222 2223232 4334343 2212232 2323233 3333432 1111111 1111111 1212111 2322222 1211111
      2222222
      """;

  private static final int OF_THE_FIRST = 3;
  private static final int OBSERVERS = 5;
  private static final int CLASSES = 4;

  private Anaesthetists() {}

  public static Votes votes() {
    String[] patients = SAID.strip().split("\\s+", -1);
    List<Vote> all = new ArrayList<>();
    for (int patient = 0; patient < patients.length; patient++)
      for (int i = 0; i < patients[patient].length(); i++)
        all.add(
            new Vote(
                patient, Math.max(0, i - OF_THE_FIRST + 1), patients[patient].charAt(i) - '1'));
    return new Votes(patients.length, OBSERVERS, CLASSES, all);
  }
}
