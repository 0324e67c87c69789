package dev.whetstone.cli.bench.labelling;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** What labels without people come to, where the truth is known. */
@Command(
    name = "labelling",
    mixinStandardHelpOptions = true,
    description = {
      "Checks labelling without people against closed forms and published figures.",
      "Routing beside its closed form, calls of 64 analyses and of the sequential test at equal"
          + " error, the blind spot on the 84 public proofs, and the fit of Dawid and Skene. Exits"
          + " 0 if the marks at the foot are met. Seconds."
    })
public final class BenchLabelling implements Callable<Integer> {
  @Override
  public Integer call() throws IOException {
    PrintStream out = System.out;
    List<Finding> findings = new ArrayList<>();
    findings.add(RoutingFigures.print(out));
    findings.add(DepthFigures.print(out));
    findings.addAll(BlindSpotFigures.print(out));
    findings.add(RaterFigures.print(out));
    out.println();
    findings.forEach(out::println);
    return findings.stream().allMatch(Finding::isMet) ? 0 : 1;
  }
}
