package dev.whetstone.task.family;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The ways in which a model may write an answer; each must be read. */
final class Wrapping {
  private Wrapping() {}

  static List<String> of(String gold) {
    String gap = gold.contains("\n") ? "\n" : " ";
    List<String> all =
        new ArrayList<>(
            List.of(
                gold,
                gold + ".",
                "   " + gold + "  \n\n",
                gold.toLowerCase(Locale.ROOT),
                gold.toUpperCase(Locale.ROOT),
                "$" + gold + "$",
                "\\(" + gold + "\\)",
                "\\boxed{" + gold + "}",
                "So $\\boxed{" + gold + "}$.",
                "<answer>" + gold + "</answer>",
                "<answer> \\boxed{" + gold + "} </answer>",
                "\u0130\u0130 <Answer>" + gold + "</Answer>",
                "<ANSWER>" + gap + gold + gap + "</ANSWER>",
                "<think>Maybe <answer>7</answer>? No.</think>\n" + gold,
                "First I look at 17 and 4.\nThen I am done.\n\nThe answer is" + gap + gold + ".",
                "The final answer is:" + gap + gold,
                "Some steps: 1 + 1 = 2.\n**Answer:**" + gap + gold,
                "Answer:" + gap + "**" + gold + "**",
                "Steps come first.\n#### " + gold,
                "#### " + gold + "\nHope this helps!",
                "Steps come first.\n####\n" + gold,
                "####\n\n" + gold + "\n\nHope this helps!"));
    if (gold.matches("-?\\d{4,15}")) all.add(String.format(Locale.ROOT, "%,d", Long.valueOf(gold)));
    return all;
  }
}
