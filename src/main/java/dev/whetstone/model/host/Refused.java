package dev.whetstone.model.host;

import java.nio.file.Path;

/** A model that may not serve, for one clear reason; other models are not touched by it. */
public final class Refused extends Exception {
  private static final long serialVersionUID = 1;

  private final transient Path folder;
  private final String file;
  private final String reason;

  /**
   * @param folder of the model
   * @param file in it that is at fault; empty if the folder is
   * @param reason what is wrong with it
   */
  public Refused(Path folder, String file, String reason) {
    this(folder, file, reason, null);
  }

  public Refused(Path folder, String file, String reason, Throwable cause) {
    super(folder.resolve(file) + ": " + reason, cause);
    this.folder = folder;
    this.file = file;
    this.reason = reason;
  }

  public Path folder() {
    return folder;
  }

  public String file() {
    return file;
  }

  public String reason() {
    return reason;
  }

  /** The first line of what an engine or a parser said, cut to a length that a person reads. */
  static String said(Throwable e) {
    String message = e.getMessage() == null ? e.toString() : e.getMessage();
    String line = message.strip().lines().findFirst().orElse(e.toString());
    return line.length() <= 300 ? line : line.substring(0, 300) + "...";
  }
}
