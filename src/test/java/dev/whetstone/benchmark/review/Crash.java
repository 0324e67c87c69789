package dev.whetstone.benchmark.review;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * A database whose connection breaks before the n-th statement or commit, or right after a commit:
 * as if the program had been killed there, for what the server has not got is lost with it.
 */
public final class Crash {
  private int left;

  /**
   * @param acts statements and commits that still get through; the n-th commit does, unheard
   */
  public Crash(int acts) {
    left = acts;
  }

  public DataSource on(DataSource database) {
    return (DataSource)
        Proxy.newProxyInstance(
            Crash.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (proxy, method, arguments) -> broken(database.getConnection()));
  }

  /** Whether nothing broke. */
  boolean isUnspent() {
    return left > 0;
  }

  private Connection broken(Connection connection) {
    return (Connection)
        Proxy.newProxyInstance(
            Crash.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              boolean commit = method.getName().equals("commit");
              if ((commit || method.getName().equals("prepareStatement")) && --left == 0) {
                if (commit) connection.commit();
                else connection.rollback();
                throw new SQLException("killed", "08006");
              }
              try {
                return method.invoke(connection, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
