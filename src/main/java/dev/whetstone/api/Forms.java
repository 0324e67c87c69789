package dev.whetstone.api;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import dev.whetstone.rollout.TaskHandle;
import dev.whetstone.task.Levels;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;

/** How our own values are written: levels as an object, a task's handle as its text. */
@Singleton
final class Forms implements ObjectMapperCustomizer {
  @Override
  public void customize(ObjectMapper mapper) {
    mapper.registerModule(
        new SimpleModule("whetstone")
            .addSerializer(new LevelsForm())
            .addSerializer(new TaskHandleForm()));
  }

  private static final class LevelsForm extends StdSerializer<Levels> {
    LevelsForm() {
      super(Levels.class);
    }

    @Override
    public void serialize(Levels levels, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      provider.defaultSerializeValue(levels.asMap(), json);
    }
  }

  private static final class TaskHandleForm extends StdSerializer<TaskHandle> {
    TaskHandleForm() {
      super(TaskHandle.class);
    }

    @Override
    public void serialize(TaskHandle handle, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeString(handle.toString());
    }
  }
}
