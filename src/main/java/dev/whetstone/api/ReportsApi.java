package dev.whetstone.api;

import dev.whetstone.benchmark.report.Report;
import dev.whetstone.benchmark.report.ReportJson;
import dev.whetstone.benchmark.report.Reports;
import dev.whetstone.benchmark.report.page.Page;
import dev.whetstone.rollout.DatabaseFault;
import io.agroal.api.AgroalDataSource;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** What benchmarks against human labels found of the learned verifiers. */
@Path("/api/v1/reports")
@Tag(name = "verifiers")
@RunOnVirtualThread
public final class ReportsApi {
  private static final int MAX_LIST = 1_000;

  /** A page shows what labels and models say: nothing in it may run or be fetched. */
  private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'";

  private final Reports reports;

  ReportsApi(AgroalDataSource database) {
    this.reports = new Reports(database);
  }

  /** Headlines, newest first. */
  public record ReportList(List<Reports.Headline> reports) {}

  /**
   * @param model a name for all its versions, or name@version
   */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "List the reports, newest first; model as step-verifier or step-verifier@1")
  public ReportList list(@RestQuery String model, @RestQuery @DefaultValue("50") String limit) {
    int length = (int) Require.number("limit", limit, 1, MAX_LIST);
    Optional<String> of = Require.optionalName("model", model);
    try {
      return new ReportList(reports.list(of, length));
    } catch (SQLException e) {
      throw new DatabaseFault(e);
    }
  }

  @GET
  @Path("/{report}")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "Read a report")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema =
                  @Schema(type = SchemaType.OBJECT, description = "as the benchmark wrote it")))
  public String read(@RestPath String report) {
    return ReportJson.write(known(report));
  }

  @GET
  @Path("/{report}")
  @Produces("text/html;qs=0.5")
  @Operation(hidden = true)
  public RestResponse<String> page(@RestPath String report) {
    return shown(page(known(report)));
  }

  static RestResponse<String> shown(String page) {
    return RestResponse.ResponseBuilder.ok(page, MediaType.TEXT_HTML + ";charset=UTF-8")
        .header("Content-Security-Policy", POLICY)
        .build();
  }

  @GET
  @Path("/{report}.html")
  @Produces(MediaType.TEXT_HTML)
  @Operation(summary = "Read a report as a page; so does the report itself, to who accepts HTML")
  public RestResponse<String> html(@RestPath String report) {
    return page(report);
  }

  private String page(Report report) {
    try {
      return Page.of(report, reports.ofSameModel(report));
    } catch (SQLException e) {
      throw new DatabaseFault(e);
    }
  }

  private Report known(String report) {
    try {
      return reports.find(Require.id("report", report)).orElseThrow(NotFoundException::new);
    } catch (SQLException e) {
      throw new DatabaseFault(e);
    }
  }
}
