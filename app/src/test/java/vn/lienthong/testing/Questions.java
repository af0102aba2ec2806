package vn.lienthong.testing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.ibatis.executor.Executor;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.plugin.Interceptor;
import org.apache.ibatis.plugin.Intercepts;
import org.apache.ibatis.plugin.Invocation;
import org.apache.ibatis.plugin.Signature;
import org.apache.ibatis.session.ResultHandler;
import org.apache.ibatis.session.RowBounds;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;

/** Remembers what a piece of work asks our own tables, on its own thread, with what was asked about. */
@TestComponent
@Intercepts({
    @Signature(
            type = Executor.class,
            method = "query",
            args = {MappedStatement.class, Object.class, RowBounds.class, ResultHandler.class}),
    @Signature(
            type = Executor.class,
            method = "update",
            args = {MappedStatement.class, Object.class})
})
public class Questions implements Interceptor {

    private final ThreadLocal<@Nullable Map<String, @Nullable Object>> asked = new ThreadLocal<>();

    /** Names of the statements that the work executed, each with what it was given the last time. */
    public Map<String, @Nullable Object> of(Callable<?> work) throws Exception {
        Map<String, @Nullable Object> statements = new LinkedHashMap<>();
        asked.set(statements);
        try {
            work.call();
        } finally {
            asked.remove();
        }
        return statements;
    }

    @Override
    public @Nullable Object intercept(Invocation invocation) throws Throwable {
        Map<String, @Nullable Object> statements = asked.get();
        if (statements != null) {
            statements.put(
                    ((MappedStatement) invocation.getArgs()[0]).getId(),
                    invocation.getArgs()[1]);
        }
        return invocation.proceed();
    }
}
