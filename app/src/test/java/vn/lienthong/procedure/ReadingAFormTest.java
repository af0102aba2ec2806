package vn.lienthong.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingAFormTest {

    @ParameterizedTest(name = "{1} at {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{                                                              | form-not-json       | 1",
                "[]                                                             | form-not-schema     | ``",
                "{'components':{}}                                              | form-not-schema     | ``",
                "{'components':[],'components':[]}                              | form-not-json       | 1",
                "{'components':[{'type':'textfield','label':'a'}]}              | form-no-key         | components[0]",
                "{'components':[{'type':'dynamiclist','label':'a'}]}            | form-no-key         | components[0]",
                "{'components':[{'type':'html','content':'<script>'}]}          | form-unknown-type   | components[0]",
                "{'components':[{'type':'iframe','url':'http://x'}]}            | form-unknown-type   | components[0]",
                "{'components':[{'type':'group','components':[{'type':'bogus'}]}]} | form-unknown-type | components[0].components[0]",
                "{'components':[{'type':'textfield','key':'a'},{'type':'number','key':'a'}]} | form-duplicate-path | components[1]",
                "{'components':[{'type':'textfield','key':'a','properties':{'rule':'past oldest'}}]} | form-unknown-rule | components[0].properties.rule",
                "{'components':[{'type':'textfield','key':'a','validate':{'pattern':'['}}]} | form-bad-pattern | components[0].validate.pattern",
                "{'components':[{'type':'select','key':'a','values':[{'value':'A'}]}]} | form-bad-option | components[0].values[0]",
                "{'components':[{'type':'select','key':'a','values':[{'label':'x','value':'A'},{'label':'y','value':'A'}]}]} | form-bad-option | components[0].values[1]",
            })
    void a_fault_is_named_with_its_place(String json, String code, String place) {
        assertThat(faults(json.replace('\'', '"')))
                .extracting(Fault::code, Fault::place)
                .containsExactly(tuple(code, place));
    }

    @Test
    void the_same_name_in_a_group_and_outside_are_two_fields() {
        assertThat(faults("""
                {"components":[
                  {"type":"textfield","key":"name"},
                  {"type":"group","path":"child","components":[{"type":"textfield","key":"name"}]},
                  {"type":"dynamiclist","path":"children","components":[{"type":"textfield","key":"name"}]}]}
                """)).isEmpty();
    }

    @Test
    void a_form_that_nests_without_end_is_no_form() {
        assertThat(faults("{\"components\":[".repeat(50_000)))
                .extracting(Fault::code)
                .containsExactly("form-not-json");
    }

    private static List<Fault> faults(String json) {
        var faults = new ArrayList<Fault>();
        FormReader.read("probe.form", json.getBytes(StandardCharsets.UTF_8), faults);
        return faults;
    }
}
