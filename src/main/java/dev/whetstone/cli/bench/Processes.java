package dev.whetstone.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What Linux tells of processes under /proc; NaN where it does not. */
final class Processes {
  private static final Path PROC = Path.of("/proc");
  private static final double TICKS_PER_SECOND = 100; // USER_HZ, fixed for user space

  /** Places in /proc/PID/stat, counted from after the command's name. */
  private static final int PARENT = 1;

  private static final int USER_TIME = 11;
  private static final int SYSTEM_TIME = 12;
  private static final int CHILDREN_USER_TIME = 13;
  private static final int CHILDREN_SYSTEM_TIME = 14;

  private Processes() {}

  /** CPU seconds of this process alone. */
  static double cpuSeconds(long pid) {
    String[] stat = stat(pid);
    return stat.length == 0 ? Double.NaN : seconds(stat, USER_TIME, SYSTEM_TIME);
  }

  /** CPU seconds of this process, its children, and those it had before. */
  static double cpuSecondsWithChildren(long pid) {
    String[] own = stat(pid);
    if (own.length == 0) return Double.NaN;
    double sum = seconds(own, USER_TIME, SYSTEM_TIME, CHILDREN_USER_TIME, CHILDREN_SYSTEM_TIME);
    for (String[] child : children(pid)) sum += seconds(child, USER_TIME, SYSTEM_TIME);
    return sum;
  }

  /** The most memory that the process ever had resident, in MB. */
  static double peakMegabytes(long pid) {
    try (Stream<String> lines = Files.lines(PROC.resolve(pid + "/status"))) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
          .findFirst()
          .orElse(Double.NaN);
    } catch (IOException e) {
      return Double.NaN;
    }
  }

  private static List<String[]> children(long pid) {
    List<String[]> children = new ArrayList<>();
    try (Stream<Path> all = Files.list(PROC)) {
      for (Path process : all.filter(p -> p.getFileName().toString().matches("\\d+")).toList()) {
        String[] stat = stat(Long.parseLong(process.getFileName().toString()));
        if (stat.length > PARENT && stat[PARENT].equals(Long.toString(pid))) children.add(stat);
      }
    } catch (IOException e) {
      return List.of();
    }
    return children;
  }

  /** Empty where there is no such process, or no /proc. */
  private static String[] stat(long pid) {
    try {
      String line = Files.readString(PROC.resolve(pid + "/stat"));
      return line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
    } catch (IOException e) {
      return new String[0];
    }
  }

  private static double seconds(String[] stat, int... places) {
    long ticks = 0;
    for (int place : places) ticks += Long.parseLong(stat[place]);
    return ticks / TICKS_PER_SECOND;
  }
}
