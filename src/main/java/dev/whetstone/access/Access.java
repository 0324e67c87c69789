package dev.whetstone.access;

import dev.whetstone.rollout.DatabaseFault;
import dev.whetstone.rollout.RowSecurity;
import dev.whetstone.rollout.Viewers;
import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Decides at the start whether keys are asked for; a server that others can reach asks for them.
 */
@ApplicationScoped
public class Access {
  private static final Logger LOG = Logger.getLogger(Access.class);

  private final SecuritySettings settings;
  private final String host;
  private final AgroalDataSource database;
  private final KeyRing keys;
  private final Viewers viewers;
  private volatile boolean keyed = true;

  Access(
      SecuritySettings settings,
      @ConfigProperty(name = "quarkus.http.host") String host,
      AgroalDataSource database,
      KeyRing keys,
      Viewers viewers) {
    this.settings = settings;
    this.host = host;
    this.database = database;
    this.keys = keys;
    this.viewers = viewers;
  }

  /** Whether a request needs a key. */
  public boolean isKeyed() {
    return keyed;
  }

  void start(@Observes StartupEvent event) {
    keys.read();
    keyed =
        switch (settings.mode()) {
          case KEYS -> true;
          case OPEN -> false;
          case AUTO -> !keys.isEmpty();
        };
    if (keyed) askForKeys();
    else if (!isLoopback() && !settings.openToAll()) throw new Unprotected(host);
    else if (!isLoopback()) LOG.warnf("whoever reaches %s may read and write every run", host);
  }

  private void askForKeys() {
    try {
      RowSecurity.prepare(database);
    } catch (DatabaseFault e) {
      LOG.error("the role whetstone_tenant could not be made", e);
      throw new IllegalStateException(
          "the database's user may not keep tenants apart; have its administrator run: CREATE ROLE"
              + " whetstone_tenant NOLOGIN; GRANT whetstone_tenant TO <that user>");
    }
    viewers.ask();
    keys.begin();
    if (keys.isEmpty())
      LOG.warn("there is no key yet: ./whetstone keys create --scopes admin --name me");
  }

  private boolean isLoopback() {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /** Others could reach the server, and nothing would hold them back. */
  static final class Unprotected extends IllegalStateException {
    private static final long serialVersionUID = 1;

    Unprotected(String host) {
      super(
          host
              + " is no loopback address, and no key is asked for: whoever reaches it could read and"
              + " write every run. Create a key (./whetstone keys create --scopes admin --name me),"
              + " and it asks for keys; or listen on --host 127.0.0.1; or say"
              + " WHETSTONE_SECURITY_OPEN_TO_ALL=true");
    }
  }
}
