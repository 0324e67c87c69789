package dev.whetstone.rollout;

import io.quarkus.arc.Arc;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Callable;

/** Who looks at this moment: whose request the thread serves, or the server itself. */
@ApplicationScoped
public class Viewers {
  private static final ScopedValue<Viewer> LENT = ScopedValue.newInstance();

  private final SecurityIdentity identity;
  private volatile boolean asked;

  Viewers(SecurityIdentity identity) {
    this.identity = identity;
  }

  /** From now on each request is somebody's. */
  public void ask() {
    asked = true;
  }

  public Viewer now() {
    if (!asked) return Viewer.SERVER;
    if (LENT.isBound()) return LENT.get();
    if (!Arc.container().requestContext().isActive()) return Viewer.SERVER;
    Viewer viewer = identity.getAttribute(Viewer.ATTRIBUTE);
    return viewer == null ? Viewer.SERVER : viewer;
  }

  /** For a thread that goes on with this request. */
  public <T> Callable<T> lend(Callable<T> work) {
    Viewer viewer = now();
    return () -> ScopedValue.where(LENT, viewer).call(work::call);
  }

  /** What the server does for an administrator, whose own tenant does not bound it. */
  public static <T> T asServer(ScopedValue.CallableOp<T, RuntimeException> work) {
    return ScopedValue.where(LENT, Viewer.SERVER).call(work);
  }
}
