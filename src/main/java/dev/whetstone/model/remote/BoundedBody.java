package dev.whetstone.model.remote;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/**
 * Reads a body of so many bytes and drops the connection at the next, which the JDK's own bound
 * does not tell from other failures.
 */
final class BoundedBody implements BodySubscriber<byte[]> {
  private final int most;
  private final ByteArrayOutputStream read = new ByteArrayOutputStream();
  private final CompletableFuture<byte[]> body = new CompletableFuture<>();
  private Subscription subscription;

  BoundedBody(int most) {
    this.most = most;
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return body;
  }

  @Override
  public void onSubscribe(Subscription source) {
    subscription = source;
    source.request(1);
  }

  @Override
  public void onNext(List<ByteBuffer> parts) {
    if (body.isDone()) return;
    for (ByteBuffer part : parts) take(part);
    if (!body.isDone()) subscription.request(1);
  }

  private void take(ByteBuffer part) {
    if (part.remaining() > most - read.size()) {
      body.completeExceptionally(new TooLarge(most));
      subscription.cancel();
      return;
    }
    byte[] bytes = new byte[part.remaining()];
    part.get(bytes);
    read.writeBytes(bytes);
  }

  @Override
  public void onError(Throwable failure) {
    body.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    body.complete(read.toByteArray());
  }
}
