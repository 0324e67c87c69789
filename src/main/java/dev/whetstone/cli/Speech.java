package dev.whetstone.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How a command speaks: in UTF-8, whatever the console is set to, and in one line of faults. */
@Command
public final class Speech {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  private final PrintStream out =
      new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

  public PrintStream out() {
    return out;
  }

  /**
   * @throws ParameterException that shows the command's usage, where an option does not fit
   */
  public void require(boolean fits, String what) {
    if (!fits) throw new ParameterException(command.commandLine(), what);
  }

  /** The exit code of a command that failed so. */
  public int failed(Exception e) {
    System.err.println("whetstone: " + e.getMessage());
    return 1;
  }
}
