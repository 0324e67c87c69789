package dev.whetstone.model.remote;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.ResponseInfo;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/** Sends requests to a server, one at a time for each thread that calls. */
final class Endpoint {
  private final HttpClient http;
  private final HttpRequest.Builder request;
  private final Replies replies;

  Endpoint(HttpClient http, Address address, Replies replies) {
    this.http = http;
    this.request = address.request();
    this.replies = replies;
  }

  /** Ends within the patience, and leaves no request behind. */
  Attempt ask(Question question, Duration patience) throws InterruptedException {
    AtomicReference<ResponseInfo> head = new AtomicReference<>();
    CompletableFuture<HttpResponse<byte[]>> response =
        http.sendAsync(
            request.copy().POST(BodyPublishers.ofByteArray(question.body())).build(),
            info -> {
              head.set(info);
              return new BoundedBody(replies.mostBytes(info));
            });
    try {
      byte[] body = response.get(patience.toNanos(), TimeUnit.NANOSECONDS).body();
      return replies.read(head.get(), body);
    } catch (TimeoutException _) {
      return Attempt.of(Outcome.Failed.of(Reason.HUNG, "no answer within " + patience));
    } catch (ExecutionException e) {
      return replies.lost(Optional.ofNullable(head.get()), e.getCause());
    } finally {
      response.cancel(true);
    }
  }
}
