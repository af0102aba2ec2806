package vn.lienthong.interconnection.pull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.lienthong.interconnection.Handing;
import vn.lienthong.procedure.Edition;

/**
 * What an agency sends back with a leg that is done.
 *
 * @param number the agency's own number
 * @param returns parts of the content that the leg brings back
 */
record Delivery(@Nullable String number, List<Handing.Result> results, Map<String, Object> returns) {

    private static final String NUMBER = "number";
    private static final String RESULTS = "results";

    /** @throws BadAnswer when something is sent that the leg does not name */
    static Delivery of(Map<String, TypedValue> variables, Edition.Leg leg) {
        String number = null;
        List<Handing.Result> results = new ArrayList<>();
        Map<String, Object> returns = new LinkedHashMap<>();
        for (Map.Entry<String, TypedValue> variable : variables.entrySet()) {
            String name = variable.getKey();
            TypedValue value = variable.getValue();
            if (name.equals(NUMBER)) {
                number = value.asText(name);
            } else if (name.equals(RESULTS)) {
                results.addAll(listed(value.asData(name), leg));
            } else if (value.isFile() && leg.results().contains(name)) {
                results.add(new Handing.Result(name, null, value.fileName(name), value.asBytes(name)));
            } else if (!value.isFile() && leg.returns().contains(name)) {
                Object part = value.asData(name);
                if (part != null) {
                    returns.put(name, part);
                }
            } else {
                throw new BadAnswer("The leg does not ask for '" + name + "'. Results (File): " + leg.results()
                        + "; parts of the data (Json): " + leg.returns() + "; besides them 'number' and 'results'");
            }
        }
        return new Delivery(number, results, returns);
    }

    private static List<Handing.Result> listed(@Nullable Object results, Edition.Leg leg) {
        if (!(results instanceof List<?> list)) {
            throw new BadAnswer("The variable 'results' must be a list: [{code, fileName, number, content}]");
        }
        List<Handing.Result> files = new ArrayList<>();
        for (Object one : list) {
            if (!(one instanceof Map<?, ?> file) || !(file.get("code") instanceof String code)) {
                throw new BadAnswer("Each of the results needs a code and its content in base64");
            }
            if (!leg.results().contains(code)) {
                throw new BadAnswer("The leg does not ask for the result '" + code + "', but for " + leg.results());
            }
            files.add(new Handing.Result(
                    code,
                    file.get("number") instanceof String number ? number : null,
                    file.get("fileName") instanceof String name ? name : code,
                    TypedValue.bytes(code, file.get("content"))));
        }
        return files;
    }
}
