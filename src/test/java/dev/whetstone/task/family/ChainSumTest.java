package dev.whetstone.task.family;

import dev.whetstone.task.TaskFamily;
import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

class ChainSumTest extends FamilyContract {
  private static final Pattern TERM = Pattern.compile("([-+]?) ?(\\d+)");

  @Override
  TaskFamily family() {
    return new ChainSum();
  }

  @Override
  String solve(String question) {
    Matcher terms = TERM.matcher(question);
    BigInteger sum = BigInteger.ZERO;
    while (terms.find()) sum = sum.add(new BigInteger(terms.group(1) + terms.group(2)));
    return sum.toString();
  }
}
