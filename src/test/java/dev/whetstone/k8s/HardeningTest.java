package dev.whetstone.k8s;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.model.serve.ModelSettings;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No pod may do more than it needs, or is taken away before it is done. */
class HardeningTest {
  /** What PostgreSQL's own stop is given, and its connections where nobody says otherwise. */
  private static final int POSTGRES_STOP = 60;

  private static final int POSTGRES_CONNECTIONS = 100;
  private static final int POSTGRES_RESERVED = 3;

  @ParameterizedTest
  @ValueSource(strings = {"single", "scaled"})
  void everyPodIsRestricted(String overlay) {
    List<PodTemplateSpec> pods = Overlay.of(overlay).pods();
    assertFalse(pods.isEmpty());
    for (PodTemplateSpec pod : pods) {
      PodSpec spec = pod.getSpec();
      assertEquals(false, spec.getAutomountServiceAccountToken());
      assertEquals(false, spec.getEnableServiceLinks());
      assertEquals(true, spec.getSecurityContext().getRunAsNonRoot());
      assertEquals(10001, spec.getSecurityContext().getRunAsUser());
      assertEquals("RuntimeDefault", spec.getSecurityContext().getSeccompProfile().getType());
      assertEquals("OnRootMismatch", spec.getSecurityContext().getFsGroupChangePolicy());
      Overlay.containers(pod).forEach(HardeningTest::isRestricted);
    }
  }

  private static void isRestricted(Container container) {
    var security = container.getSecurityContext();
    assertEquals(false, security.getAllowPrivilegeEscalation(), container::getName);
    assertEquals(true, security.getReadOnlyRootFilesystem(), container::getName);
    assertEquals(List.of("ALL"), security.getCapabilities().getDrop(), container::getName);
    assertEquals(List.of(), security.getCapabilities().getAdd(), container::getName);
    for (String resource : List.of("cpu", "memory")) {
      assertTrue(container.getResources().getRequests().containsKey(resource), resource);
      assertTrue(container.getResources().getLimits().containsKey(resource), resource);
    }
  }

  @Test
  void aStopIsGivenTheTimeThatItTakes() throws IOException {
    ModelSettings model = defaults();
    Duration drain = requests().plus(model.grace()).plus(model.lastBatch());
    PodSpec scaled = server("scaled");
    assertTrue(grace(scaled) >= preStop(scaled) + drain.toSeconds());
    PodSpec single = server("single");
    assertTrue(grace(single) >= preStop(single) + 60 + POSTGRES_STOP, "--drain is PT60S");
  }

  @ParameterizedTest
  @ValueSource(strings = {"single", "scaled"})
  void whatSelectsTheServersSelectsThem(String overlay) {
    Overlay all = Overlay.of(overlay);
    Map<String, String> labels =
        all.only(Deployment.class).getSpec().getTemplate().getMetadata().getLabels();
    Service service = all.only(Service.class);
    includes(labels, all.only(Deployment.class).getSpec().getSelector().getMatchLabels());
    includes(labels, service.getSpec().getSelector());
    for (NetworkPolicy policy : all.all(NetworkPolicy.class))
      includes(labels, policy.getSpec().getPodSelector().getMatchLabels());
    for (PodDisruptionBudget budget : all.all(PodDisruptionBudget.class))
      includes(labels, budget.getSpec().getSelector().getMatchLabels());
    for (ServiceMonitor monitor : all.all(ServiceMonitor.class)) {
      includes(service.getMetadata().getLabels(), monitor.getSpec().getSelector().getMatchLabels());
      assertEquals(
          service.getSpec().getPorts().getFirst().getName(),
          monitor.getSpec().getEndpoints().getFirst().getPort());
    }
  }

  private static void includes(Map<String, String> labels, Map<String, String> selector) {
    assertFalse(selector.isEmpty());
    assertTrue(labels.entrySet().containsAll(selector.entrySet()), selector::toString);
  }

  @Test
  void theAutoscalerAloneSaysHowMany() {
    Overlay scaled = Overlay.of("scaled");
    Deployment deployment = scaled.only(Deployment.class);
    HorizontalPodAutoscaler autoscaler = scaled.only(HorizontalPodAutoscaler.class);
    assertEquals(null, deployment.getSpec().getReplicas());
    assertEquals(
        deployment.getMetadata().getName(), autoscaler.getSpec().getScaleTargetRef().getName());
    assertTrue(autoscaler.getSpec().getMinReplicas() > 1, "a budget of one less needs two");
  }

  @Test
  void allReplicasTogetherLeaveConnectionsToOthers() {
    Overlay scaled = Overlay.of("scaled");
    int each =
        Integer.parseInt(
            ManifestTest.server(scaled).getEnv().stream()
                .filter(v -> v.getName().equals("QUARKUS_DATASOURCE_JDBC_MAX_SIZE"))
                .findFirst()
                .orElseThrow()
                .getValue());
    int most = scaled.only(HorizontalPodAutoscaler.class).getSpec().getMaxReplicas();
    int surge = 1;
    assertTrue((most + surge) * each < POSTGRES_CONNECTIONS - POSTGRES_RESERVED);
  }

  private static PodSpec server(String overlay) {
    return Overlay.of(overlay).only(Deployment.class).getSpec().getTemplate().getSpec();
  }

  private static long grace(PodSpec pod) {
    return pod.getTerminationGracePeriodSeconds();
  }

  private static long preStop(PodSpec pod) {
    return pod.getContainers().getFirst().getLifecycle().getPreStop().getSleep().getSeconds();
  }

  private static Duration requests() throws IOException {
    Properties application = new Properties();
    try (Reader file =
        Files.newBufferedReader(Path.of("src/main/resources/application.properties"))) {
      application.load(file);
    }
    return Duration.parse("PT" + application.getProperty("quarkus.shutdown.timeout"));
  }

  private static ModelSettings defaults() {
    return new SmallRyeConfigBuilder()
        .withMapping(ModelSettings.class)
        .build()
        .getConfigMapping(ModelSettings.class);
  }
}
