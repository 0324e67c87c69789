package dev.whetstone.task.family;

import java.util.random.RandomGenerator;

/** Takes two numbers out of the pool and puts their result in the place of the first of them. */
record CountdownMove(int left, int right, char operation) {
  static final int LARGEST_PRODUCT = 5_000;
  private static final String OPERATIONS = "+-*/";

  static CountdownMove any(long[] pool, int size, RandomGenerator random) {
    int i = random.nextInt(size);
    int j = random.nextInt(size - 1);
    if (j >= i) j++;
    int left = pool[i] >= pool[j] ? i : j;
    int right = left == i ? j : i;
    int choice = random.nextInt(OPERATIONS.length());
    while (!fits(pool[left], OPERATIONS.charAt(choice), pool[right]))
      choice = (choice + 1) % OPERATIONS.length();
    return new CountdownMove(left, right, OPERATIONS.charAt(choice));
  }

  private static boolean fits(long a, char operation, long b) {
    return switch (operation) {
      case '+' -> true;
      case '-' -> a > b;
      case '*' -> b > 1 && a * b <= LARGEST_PRODUCT;
      default -> b > 1 && a % b == 0;
    };
  }

  int low() {
    return Math.min(left, right);
  }

  int high() {
    return Math.max(left, right);
  }

  /** Plays it on a pool of numbers; {@code last} is the end of the pool before the move. */
  void play(long[] pool, int last) {
    pool[low()] = result(pool[left], pool[right]);
    pool[high()] = pool[last];
  }

  private long result(long a, long b) {
    return switch (operation) {
      case '+' -> a + b;
      case '-' -> a - b;
      case '*' -> a * b;
      default -> a / b;
    };
  }

  /** Plays it on a pool of expressions. */
  void write(String[] pool, int last) {
    pool[low()] = bracketed(pool[left]) + " " + operation + " " + bracketed(pool[right]);
    pool[high()] = pool[last];
  }

  private static String bracketed(String text) {
    return text.indexOf(' ') < 0 ? text : "(" + text + ")";
  }
}
