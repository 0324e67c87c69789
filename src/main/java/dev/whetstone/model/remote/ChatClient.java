package dev.whetstone.model.remote;

import dev.whetstone.model.remote.Outcome.Answered;
import dev.whetstone.model.remote.Outcome.Failed;
import dev.whetstone.model.remote.Samples.Sample;
import dev.whetstone.model.serve.Deadline;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Asks the model of an OpenAI-compatible server (vLLM, SGLang, llama.cpp). The samples of a call
 * are requests of their own, since not every server honours {@code n}. Whatever the server does,
 * each sample has an outcome by the deadline, and nothing is left running.
 */
public final class ChatClient implements AutoCloseable {
  private static final Duration LAST_WORDS = Duration.ofSeconds(1);

  private final ExecutorService samples = Executors.newVirtualThreadPerTaskExecutor();
  private final ExecutorService exchanges = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient http;
  private final Asking asking;
  private final AnswerCache cache;
  private final Spending spending;
  private final RemoteSettings settings;
  private final String model;

  /**
   * @param clock for the dates that servers ask to wait for
   * @param random for the length of pauses
   * @throws IllegalArgumentException if a setting cannot be, or there is no base URL
   */
  public ChatClient(RemoteSettings settings, InstantSource clock, RandomGenerator random) {
    this(settings, ChatModel.from(settings), clock, random);
  }

  ChatClient(
      RemoteSettings settings, ChatModel asked, InstantSource clock, RandomGenerator random) {
    this.settings = settings;
    model = asked.name();
    Address address = asked.server();
    Replies replies = new Replies(settings.maxResponseBytes(), address.key(), clock);
    Retries retries = Retries.from(settings, random);
    cache = new AnswerCache(settings.cachedAnswers(), settings.cachedCharacters());
    spending = new Spending(settings.inputPrice(), settings.outputPrice());
    Semaphore turns = turns(settings.concurrency());
    http = open(settings.connectTimeout());
    Endpoint endpoint = new Endpoint(http, address, replies);
    asking = new Asking(endpoint, turns, retries, spending, settings.attemptTimeout());
  }

  /** In the order in which they come. */
  private static Semaphore turns(int atOnce) {
    if (atOnce < 1) throw new IllegalArgumentException("no request at once: " + atOnce);
    return new Semaphore(atOnce, true);
  }

  /** HTTP/1.1, since some servers stumble over the offer to change to HTTP/2. */
  private HttpClient open(Duration connectTimeout) {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(connectTimeout)
        .executor(exchanges)
        .build();
  }

  /** The model's name, as its server knows it. */
  public String model() {
    return model;
  }

  /** The sampling of the settings. */
  public Sampling sampling() {
    return Sampling.from(settings);
  }

  /**
   * @param first number of the first sample: who asks the same again has the answer of the cache,
   *     who wants another asks for another number
   * @param patience for all samples together, retries and waiting for a turn included
   * @param keeps which answers the cache may keep: who asks again where one was of no use, asks
   */
  public Samples ask(
      List<Message> messages,
      Sampling sampling,
      int first,
      int count,
      Duration patience,
      Predicate<Answered> keeps) {
    if (first < 0 || count < 1)
      throw new IllegalArgumentException("no samples: %d from %d".formatted(count, first));
    Deadline deadline = Deadline.in(patience);
    return new Samples(
        IntStream.range(first, first + count)
            .mapToObj(i -> start(new Question(model, messages, sampling, i), deadline, keeps))
            .toList());
  }

  private Sample start(Question question, Deadline deadline, Predicate<Answered> keeps) {
    CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    try {
      Future<?> task =
          samples.submit(
              () -> {
                try {
                  outcome.complete(answer(question, deadline, keeps));
                } finally { // an Error is nobody's to wait for
                  outcome.complete(Failed.of(Reason.FAULT, "asking failed"));
                }
              });
      return new Sample(outcome, task);
    } catch (RejectedExecutionException _) {
      outcome.complete(Failed.of(Reason.CANCELLED, "the client is closed"));
      return new Sample(outcome, CompletableFuture.completedFuture(null));
    }
  }

  private Outcome answer(Question question, Deadline deadline, Predicate<Answered> keeps) {
    Outcome outcome = known(question, deadline, keeps);
    spending.count(outcome);
    return outcome;
  }

  private Outcome known(Question question, Deadline deadline, Predicate<Answered> keeps) {
    try {
      String key = question.key();
      Optional<Answered> known = cache.find(key);
      if (known.isPresent()) return known.get();
      Outcome outcome = asking.answer(question, deadline);
      if (outcome instanceof Answered answered && keeps.test(answered)) cache.keep(key, answered);
      return outcome;
    } catch (InterruptedException _) {
      return Failed.of(Reason.CANCELLED, "nobody waits for it");
    } catch (RuntimeException e) {
      return Replies.fault(e);
    }
  }

  /** What was asked and paid so far. */
  public Spent spent() {
    return spending.soFar();
  }

  /** Gives up what is open; each open sample has an outcome at once. */
  @Override
  public void close() {
    samples.shutdownNow();
    try {
      samples.awaitTermination(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS);
      http.shutdownNow();
      http.awaitTermination(LAST_WORDS);
    } catch (InterruptedException _) {
      http.shutdownNow();
      Thread.currentThread().interrupt();
    }
    exchanges.shutdownNow();
  }
}
