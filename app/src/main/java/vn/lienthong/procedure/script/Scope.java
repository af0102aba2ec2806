package vn.lienthong.procedure.script;

import java.util.HashMap;
import java.util.Map;
import org.codehaus.groovy.ast.ClassNode;
import org.jspecify.annotations.Nullable;

/** The variables of a block, inside those of the block around it. */
final class Scope {

    private final @Nullable Scope outer;
    private final Map<String, @Nullable Object> variables = new HashMap<>();
    private final Map<String, ClassNode> types = new HashMap<>();

    Scope(@Nullable Scope outer) {
        this.outer = outer;
    }

    boolean knows(String name) {
        return variables.containsKey(name) || (outer != null && outer.knows(name));
    }

    void declare(String name, @Nullable Object value) {
        variables.put(name, value);
    }

    /** From now on the variable converts what is assigned to it. */
    void type(String name, ClassNode type) {
        types.put(name, type);
    }

    @Nullable ClassNode typeOf(String name) {
        return variables.containsKey(name) || outer == null ? types.get(name) : outer.typeOf(name);
    }

    void assign(String name, @Nullable Object value) {
        if (variables.containsKey(name) || outer == null) {
            variables.put(name, value);
        } else {
            outer.assign(name, value);
        }
    }

    @Nullable Object get(String name) {
        return variables.containsKey(name) || outer == null ? variables.get(name) : outer.get(name);
    }
}
