package dev.whetstone.benchmark.report.page;

import java.util.Locale;

/** One picture; colours and fonts come from the page's style by class. */
public final class Svg {
  private final StringBuilder shapes = new StringBuilder();
  private final int width;
  private final int height;
  private final String label;

  /**
   * @param label what it shows, for those who do not see it
   */
  public Svg(int width, int height, String label) {
    this.width = width;
    this.height = height;
    this.label = label;
  }

  public Svg line(String style, double x1, double y1, double x2, double y2) {
    return add(
        String.format(
            Locale.ROOT,
            "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>",
            style,
            x1,
            y1,
            x2,
            y2));
  }

  /**
   * @param hint shown when pointed at
   */
  public Svg bar(String style, double x, double y, double width, double height, String hint) {
    return add(
        String.format(
            Locale.ROOT,
            "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\""
                + " rx=\"1.5\"><title>%s</title></rect>",
            style,
            x,
            y,
            Math.max(0, width),
            Math.max(0, height),
            Markup.escape(hint)));
  }

  public Svg dot(String style, double x, double y, double radius, String hint) {
    return add(
        String.format(
            Locale.ROOT,
            "<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\"><title>%s</title></circle>",
            style,
            x,
            y,
            radius,
            Markup.escape(hint)));
  }

  /**
   * @param style with one of the classes start, middle and end among them
   */
  public Svg text(String style, double x, double y, String text) {
    return add(
        String.format(
            Locale.ROOT,
            "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>",
            style,
            x,
            y,
            Markup.escape(text)));
  }

  public Svg curve(String style, String points) {
    return add(String.format(Locale.ROOT, "<polyline class=\"%s\" points=\"%s\"/>", style, points));
  }

  /** What the points enclose. */
  public Svg area(String style, String points) {
    return add(String.format(Locale.ROOT, "<polygon class=\"%s\" points=\"%s\"/>", style, points));
  }

  private Svg add(String shape) {
    shapes.append(shape).append('\n');
    return this;
  }

  @Override
  public String toString() {
    return "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">\n%s</svg>\n"
        .formatted(width, height, Markup.escape(label), shapes);
  }
}
