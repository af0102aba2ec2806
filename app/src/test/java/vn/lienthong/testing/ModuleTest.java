package vn.lienthong.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import vn.lienthong.deadline.RungsByHand;
import vn.lienthong.scenarios.Telling;
import vn.lienthong.scenarios.Witness;
import vn.lienthong.workflow.TimeMachine;

/**
 * A test of the whole application on a real PostgreSQL.
 *
 * <p>All of them share one context and one database per test run, so none may replace beans, change properties or mark
 * the context dirty. Data is left behind: use names of your own, or {@link Database#empty()} first.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
@ActiveProfiles("test")
@ContextConfiguration(initializers = SharedPostgreSql.class)
@Import({Database.class, Questions.class, TimeMachine.class, RungsByHand.class, Witness.class, Telling.class})
public @interface ModuleTest {}
