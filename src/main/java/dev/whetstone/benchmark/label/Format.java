package dev.whetstone.benchmark.label;

import static dev.whetstone.benchmark.label.Refusal.Reason.UNKNOWN_FORMAT;

import dev.whetstone.benchmark.label.Refusal.Refused;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The published forms of labelled solutions, told apart by the fields that only they have. */
public enum Format {
  /** github.com/openai/prm800k: a solution with several rated completions of each step. */
  PRM800K,
  /** PRM800K, flattened: the steps before, one step, its rating. */
  PRM800K_STEPS,
  /** Qwen/ProcessBench: the index of the first error, -1 for none. */
  PROCESSBENCH,
  /** dvlab-research/MR-GSM8K: the number of the first error, from 1. */
  MR_GSM8K,
  /** dvlab-research/Mr-Ben: the same in other subjects. */
  MR_BEN,
  /** WHGTyen/BIG-Bench-Mistake: the index of the first mistake, null for none. */
  BIG_BENCH_MISTAKE,
  /** ssmisya/PRMBench, converted: the numbers of all wrong steps, from 1. */
  PRMBENCH,
  /** PRMBench as it was published. */
  PRMBENCH_ORIGINAL,
  /** Our own. */
  WHETSTONE,
  /** openai/grade-school-math: reference solutions, all right. */
  GSM8K;

  static Format of(Row row) throws Refused {
    return Stream.of(values())
        .filter(format -> row.hasAll(format.fields()))
        .findFirst()
        .orElseThrow(() -> new Refused(UNKNOWN_FORMAT, "its fields are those of no known format"));
  }

  /** One row may hold several labelled solutions, or none. */
  List<Entry> read(Row row) throws Refused {
    return switch (this) {
      case PRM800K -> Prm800k.solution(row);
      case PRM800K_STEPS -> Prm800k.step(row);
      case PROCESSBENCH -> ProcessBench.read(row);
      case MR_GSM8K -> MetaReasoning.gsm8k(row);
      case MR_BEN -> MetaReasoning.ben(row);
      case BIG_BENCH_MISTAKE -> BigBenchMistake.read(row);
      case PRMBENCH -> PrmBench.converted(row);
      case PRMBENCH_ORIGINAL -> PrmBench.original(row);
      case WHETSTONE -> OwnRows.read(row);
      case GSM8K -> Gsm8k.read(row);
    };
  }

  /** In the order above, the first whose fields a row has is the row's. */
  private Set<String> fields() {
    return switch (this) {
      case PRM800K -> Set.of("question", "label");
      case PRM800K_STEPS -> Set.of("problem", "prefix", "step", "rating");
      case PROCESSBENCH -> Set.of("problem", "steps", "label");
      case MR_GSM8K -> Set.of("model_output_solution_first_error_step");
      case MR_BEN -> Set.of("Model_Solution_First_Error_Step");
      case BIG_BENCH_MISTAKE -> Set.of("input", "steps", "mistake_index");
      case PRMBENCH -> Set.of("problem", "steps", "error_steps_1based");
      case PRMBENCH_ORIGINAL -> Set.of("question", "modified_process", "error_steps");
      case WHETSTONE -> Set.of("problem", "steps");
      case GSM8K -> Set.of("question", "answer");
    };
  }
}
