package vn.lienthong.procedure;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param directory where further procedures lie, outside the application: a folder with {@code procedures/} and
 *     {@code forms/} in it. None by default; the application brings its own.
 */
@ConfigurationProperties("lienthong.procedures")
record ProcedureSettings(@Nullable Path directory) {}
