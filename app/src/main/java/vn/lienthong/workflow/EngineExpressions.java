package vn.lienthong.workflow;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.impl.juel.jakarta.el.ArrayELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ListELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MapELResolver;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What an expression in a diagram can name: {@code dossier} (its content), {@code legs}, {@code clock}, the actions of
 * the modules and the process' own variables. No Spring bean, no class, no engine service.
 */
@Component
class EngineExpressions extends JuelExpressionManager {

    private final ObjectProvider<CaseFile> files;
    private final ObjectProvider<Times> times;
    private final ObjectProvider<Action> actions;
    private final ObjectProvider<Definitions> definitions;

    EngineExpressions(
            ObjectProvider<CaseFile> files,
            ObjectProvider<Times> times,
            ObjectProvider<Action> actions,
            ObjectProvider<Definitions> definitions) {
        super();
        this.files = files;
        this.times = times;
        this.actions = actions;
        this.definitions = definitions;
    }

    @Override
    protected ELResolver createElResolver() {
        var resolver = new CompositeELResolver();
        resolver.add(new Names());
        resolver.add(new org.camunda.bpm.engine.impl.el.VariableScopeElResolver());
        resolver.add(new org.camunda.bpm.engine.impl.el.VariableContextElResolver());
        resolver.add(new ArrayELResolver(true));
        resolver.add(new ListELResolver(true));
        resolver.add(new MapELResolver(true));
        resolver.add(new BeanMethods());
        return resolver;
    }

    /** {@code ${legs.planned('police')}}. */
    public final class Legs {
        private final String businessKey;

        private Legs(String businessKey) {
            this.businessKey = businessKey;
        }

        public boolean planned(String leg) {
            return files.getObject().legPlanned(businessKey, leg);
        }
    }

    /** {@code ${clock.applicantLimit()}}, {@code ${clock.in('1 WORKING_DAY')}}. */
    public final class ProcessClock {
        private final String businessKey;

        private ProcessClock(String businessKey) {
            this.businessKey = businessKey;
        }

        public Date applicantLimit() {
            return Date.from(times.getObject().applicantLimit(businessKey));
        }

        public Date in(String budget) {
            Instant due = times.getObject().in(businessKey, budget);
            return Date.from(due);
        }
    }

    /** Methods may be called on our own two helpers only, so that no expression reaches {@code getClass()}. */
    private static final class BeanMethods extends BeanELResolver {
        private static final Set<Class<?>> OURS = Set.of(Legs.class, ProcessClock.class);

        BeanMethods() {
            super(true);
        }

        @Override
        public @Nullable Object getValue(ELContext context, Object base, Object property) {
            return null;
        }

        @Override
        public @Nullable Object invoke(
                ELContext context, Object base, Object method, Class<?>[] paramTypes, Object[] params) {
            return base != null && OURS.contains(base.getClass())
                    ? super.invoke(context, base, method, paramTypes, params)
                    : null;
        }
    }

    private final class Names extends ELResolver {

        private volatile @Nullable Map<String, Map<String, JavaDelegate>> namespaces;

        @Override
        public @Nullable Object getValue(ELContext context, Object base, Object property) {
            if (base != null || !(property instanceof String name)) {
                return null;
            }
            String key = businessKey(context);
            Object value = switch (name) {
                case "dossier" -> key == null ? null : files.getObject().content(key);
                case "legs" -> key == null ? null : new Legs(key);
                case "clock" -> key == null ? null : new ProcessClock(key);
                default -> namespaces().get(name);
            };
            if (value != null) {
                context.setPropertyResolved(true);
            }
            return value;
        }

        private Map<String, Map<String, JavaDelegate>> namespaces() {
            Map<String, Map<String, JavaDelegate>> known = namespaces;
            if (known == null) {
                known = new HashMap<>();
                for (Action action : actions.orderedStream().toList()) {
                    int dot = action.name().indexOf('.');
                    known.computeIfAbsent(action.name().substring(0, dot), n -> new HashMap<>())
                            .put(action.name().substring(dot + 1), new ActionDelegate(action, definitions));
                }
                namespaces = known;
            }
            return known;
        }

        private static @Nullable String businessKey(ELContext context) {
            Object scope = context.getContext(VariableScope.class);
            if (scope instanceof ExecutionEntity execution) {
                return execution.getProcessBusinessKey();
            }
            if (scope instanceof TaskEntity task) {
                return task.getExecution().getProcessBusinessKey();
            }
            return null;
        }

        @Override
        public @Nullable Class<?> getType(ELContext context, Object base, Object property) {
            return null;
        }

        @Override
        public void setValue(ELContext context, Object base, Object property, Object value) {
            // Expressions read; they change nothing.
        }

        @Override
        public boolean isReadOnly(ELContext context, Object base, Object property) {
            return true;
        }

        @Override
        public @Nullable Class<?> getCommonPropertyType(ELContext context, Object base) {
            return null;
        }

        @Override
        public java.util.Iterator<java.beans.FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
            return List.<java.beans.FeatureDescriptor>of().iterator();
        }
    }
}
