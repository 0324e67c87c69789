package dev.whetstone.cli;

import org.postgresql.ds.PGSimpleDataSource;

/** Connections to a PostgreSQL; one that does not answer is given up in time. */
final class PostgresSource {
  private static final int CONNECT_SECONDS = 10;

  private PostgresSource() {}

  /**
   * @param user null for the one that the URL names, as {@code password}
   */
  static PGSimpleDataSource of(String url, String user, String password) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url);
    if (user != null) source.setUser(user);
    if (password != null) source.setPassword(password);
    source.setConnectTimeout(CONNECT_SECONDS);
    source.setLoginTimeout(CONNECT_SECONDS);
    return source;
  }
}
