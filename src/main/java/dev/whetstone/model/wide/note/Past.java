package dev.whetstone.model.wide.note;

import static java.util.Comparator.comparingInt;

import dev.whetstone.model.wide.note.grid.Board;
import dev.whetstone.model.wide.note.polynomial.Expansion;
import dev.whetstone.model.wide.template.Run;
import dev.whetstone.model.wide.template.Template;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a problem and the steps so far leave behind for the notes on the next step; bounded. */
public final class Past {
  private static final int MAX_KEPT = 4_096;
  private static final int MAX_TAIL = 256;
  private static final int MAX_UNUSED = 64;
  private static final int AHEAD = 64;

  private final Given given;
  private final Rewritten rewritten;
  private final Map<String, String> worth = new HashMap<>();
  private final Map<String, String> said = new HashMap<>();
  private final Map<String, String> leads = new HashMap<>();
  private final Set<String> runs = new HashSet<>();
  private final List<String> unused = new ArrayList<>();
  private Board board;
  private Optional<Expansion> expansion;
  private Template last;
  private int steps;
  private int nextNumber;
  private int nextWord;
  private int nextSentence;
  private int nextPiece;
  private String tail = "";

  public Past(String problem) {
    given = new Given(problem);
    rewritten = new Rewritten(given.template().runs().stream().map(Run::text).toList());
    board = Board.of(given.text());
    expansion = Expansion.of(given.template());
    last = given.template();
    for (Given.Sentence sentence : given.sentences())
      for (int i = 0; i < sentence.template().names().size(); i++)
        said.putIfAbsent(sentence.template().names().get(i), sentence.template().said().get(i));
  }

  private Past(Past past) {
    given = past.given;
    rewritten = past.rewritten.copy();
    worth.putAll(past.worth);
    said.putAll(past.said);
    leads.putAll(past.leads);
    runs.addAll(past.runs);
    unused.addAll(past.unused);
    board = past.board;
    expansion = past.expansion;
    last = past.last;
    steps = past.steps;
    nextNumber = past.nextNumber;
    nextWord = past.nextWord;
    nextSentence = past.nextSentence;
    nextPiece = past.nextPiece;
    tail = past.tail;
  }

  /** One that goes its own way from here. */
  public Past copy() {
    return new Past(this);
  }

  Given given() {
    return given;
  }

  /** A step's text, its numbers and the problem's words blanked. */
  public Template template(String step) {
    return Template.of(step, given.problemWords());
  }

  /** Whether it is a word of the problem, in singular or plural. */
  boolean hasWord(String word) {
    return given.problemWords().has(word);
  }

  Board board() {
    return board;
  }

  Optional<Expansion> expansion() {
    return expansion;
  }

  Rewritten rewritten() {
    return rewritten;
  }

  /** The last step; before the first, the problem. */
  Template last() {
    return last;
  }

  int steps() {
    return steps;
  }

  /** The last signs of steps with as many runs as the last one, the latest first. */
  String tail() {
    return tail;
  }

  int nextSentence() {
    return nextSentence;
  }

  boolean allUsed() {
    return nextNumber >= given.numbers().size();
  }

  /** Whether a step has a run of this text. */
  boolean hasRun(String text) {
    return runs.contains(text);
  }

  /** Place of a text among the results that no step has used, from 0; -1 for none. */
  int unused(String text) {
    return unused.indexOf(text);
  }

  /** Place of a number among those given that come next, from 0; -1 for none. */
  int ahead(String item) {
    int end = Math.min(given.numbers().size(), nextNumber + AHEAD);
    return given.numbers().subList(nextNumber, end).indexOf(Given.bare(item));
  }

  /** Place of a word among those of the problem that come next, from 0; -1 for none. */
  int aheadWord(String item) {
    int end = Math.min(given.words().size(), nextWord + AHEAD);
    return given.words().subList(nextWord, end).indexOf(item);
  }

  /** The number that the last step about this name ends with. */
  Optional<String> worth(String name) {
    return Optional.ofNullable(worth.get(name));
  }

  /** What stood behind this name where it stood last; first, in the problem. */
  Optional<String> said(String name) {
    return Optional.ofNullable(said.get(name));
  }

  /** The word before this one where a step had it last. */
  Optional<String> lead(String word) {
    return Optional.ofNullable(leads.get(word));
  }

  /** Place of the next piece of the problem with just these names, from 0; -1 for none. */
  int pieceAhead(List<String> names) {
    int at = given.pieces().next(names, nextPiece);
    return at < 0 ? at : at - nextPiece;
  }

  /** The sentence that a step with these names is likeliest to be of. */
  Optional<Given.Sentence> aligned(List<String> names) {
    if (names.isEmpty()) return Optional.empty();
    Set<String> distinct = Set.copyOf(names);
    return given.sentences().stream()
        .filter(sentence -> sentence.names().contains(names.getFirst()))
        .min(comparingInt(sentence -> unexplained(sentence, names, distinct)));
  }

  /**
   * How much of the sentence, or of the names, the other leaves open; a passed sentence is less
   * likely.
   */
  private int unexplained(Given.Sentence sentence, List<String> names, Set<String> distinct) {
    int open = 0;
    for (String its : sentence.template().names())
      if (!distinct.contains(its) && !worth.containsKey(its)) open++;
    for (String name : names) if (!sentence.names().contains(name)) open++;
    return 4 * open + (sentence.index() < nextSentence ? 2 : 0);
  }

  /** One more step, as {@link #template} reads it. */
  public void add(Template step) {
    advance(step);
    remember(step);
    use(step.runs());
    extendTail(step);
    rewritten.add(step.runs());
    board = board.then(step);
    expansion = expansion.map(all -> all.then(step));
    last = step;
    steps++;
  }

  /** Its last run is a result; the others are results used. */
  private void use(List<Run> all) {
    for (Run run : all) if (runs.size() < MAX_KEPT) runs.add(run.text());
    for (int i = 0; i + 1 < all.size(); i++) unused.remove(all.get(i).text());
    if (!all.isEmpty()) unused.add(all.getLast().text());
    if (unused.size() > MAX_UNUSED) unused.removeFirst();
  }

  private void extendTail(Template step) {
    if (step.runs().size() != last.runs().size()) tail = "";
    if (step.items().isEmpty() || tail.length() >= MAX_TAIL) return;
    tail = lastSign(step.runs().getLast().text()) + tail;
  }

  /** The last letter or digit of a run: of {@code 16(G)}, which says 16 as a digit, G. */
  private static String lastSign(String run) {
    for (int i = run.length() - 1; i >= 0; i--)
      if (Character.isLetterOrDigit(run.charAt(i))) return run.substring(i, i + 1);
    return "";
  }

  private void advance(Template step) {
    nextPiece += pieceAhead(step.names()) + 1;
    for (String item : step.items()) nextNumber += ahead(item) + 1;
    for (Run run : step.runs())
      if (run.items().size() == 1 && run.before() != '=')
        nextWord = Math.max(nextWord, given.wordPlace(run.items().getFirst()) + 1);
    aligned(step.names()).ifPresent(sentence -> nextSentence = sentence.index() + 1);
  }

  private void remember(Template step) {
    List<String> names = step.names();
    List<String> items = step.items();
    if (!names.isEmpty() && !items.isEmpty() && worth.size() < MAX_KEPT)
      worth.put(names.getFirst(), items.getLast());
    for (int i = 0; i < names.size() && said.size() < MAX_KEPT; i++)
      said.put(names.get(i), step.said().get(i));
    for (int i = 0; i < step.own().size() && leads.size() < MAX_KEPT; i++)
      leads.put(step.own().get(i), step.leads().get(i));
  }
}
