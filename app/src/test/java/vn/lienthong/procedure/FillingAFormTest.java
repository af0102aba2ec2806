package vn.lienthong.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.command.Problem;
import vn.lienthong.workflow.Feel;

class FillingAFormTest {

    /** 10:05 in the morning at the ward. */
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T03:05:00Z"), Forms.ZONE);

    @ParameterizedTest(name = "{0} with {1}: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "-",
            value = {
                // component                                             | value as JSON                     | fault, -
                // for none
                "'type':'textfield'                                      | 'x'                               | -",
                "'type':'textfield'                                      | null                              | -",
                "'type':'textfield'                                      | 7                                 | not-a-text",
                "'type':'textfield'                                      | ['x']                             | not-a-text",
                "'type':'textfield'                                      | 'a\\nb'                           | control-character",
                "'type':'textarea'                                       | 'a\\nb'                           | -",
                "'type':'textfield','validate':{'required':true}         | '  '                              | required",
                "'type':'textfield','validate':{'required':true}         | null                              | required",
                "'type':'textfield','validate':{'minLength':3}           | 'ab'                              | too-short",
                "'type':'textfield','validate':{'maxLength':3}           | 'abcd'                            | too-long",
                "'type':'textfield','validate':{'maxLength':3}           | 'Lễ ế'                            | too-long",
                "'type':'textfield','validate':{'maxLength':4}           | 'Lễ ế'                            | -",
                "'type':'textfield','validate':{'pattern':'^[A-Z]{2}$'}  | 'AB'                              | -",
                "'type':'textfield','validate':{'pattern':'^[A-Z]{2}$'}  | 'ABC'                             | malformed",
                "'type':'textfield','validate':{'pattern':'[0-9]'}       | 'a1'                              | -",
                "'type':'textfield','validate':{'pattern':'^(a+)+$'}     | 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!' | malformed",
                "'type':'number'                                         | 7                                 | -",
                "'type':'number'                                         | '7'                               | not-a-number",
                "'type':'number','serializeToString':true                | '7'                               | -",
                "'type':'number','validate':{'min':0}                    | -1                                | too-small",
                "'type':'number','validate':{'max':50}                   | 51                                | too-large",
                "'type':'number','validate':{'max':50}                   | 50.0                              | -",
                "'type':'number','decimalDigits':0                       | 1.5                               | too-many-decimals",
                "'type':'number','decimalDigits':0                       | 1.0                               | -",
                "'type':'checkbox'                                       | true                              | -",
                "'type':'checkbox'                                       | 'yes'                             | not-yes-or-no",
                "'type':'checkbox','validate':{'required':true}          | false                             | required",
                "'type':'select','values':[{'label':'A','value':'A'}]    | 'A'                               | -",
                "'type':'select','values':[{'label':'A','value':'A'}]    | 'B'                               | not-an-option",
                "'type':'select','values':[{'label':'A','value':'A'}]    | {'value':'A'}                     | malformed",
                "'type':'select','valuesExpression':'=lists.communes'    | 'an-hoa'                          | -",
                "'type':'radio','values':[{'label':'1','value':1}]       | 1                                 | -",
                "'type':'checklist','values':[{'label':'A','value':'A'}] | ['A']                             | -",
                "'type':'checklist','values':[{'label':'A','value':'A'}] | 'A'                               | malformed",
                "'type':'checklist','values':[{'label':'A','value':'A'}] | ['A','A']                         | chosen-twice",
                "'type':'checklist','values':[{'label':'A','value':'A'}] | ['B']                             | not-an-option",
                "'type':'checklist','values':[{'label':'A','value':'A'}],'validate':{'required':true} | []   | required",
                "'type':'datetime','subtype':'date'                      | '2026-11-20'                      | -",
                "'type':'datetime','subtype':'date'                      | '2026-02-29'                      | not-a-date",
                "'type':'datetime','subtype':'date'                      | '20/11/2026'                      | not-a-date",
                "'type':'datetime','subtype':'date'                      | '2026-11-20T10:00:00+07:00'       | not-a-date",
                "'type':'datetime','subtype':'date'                      | '0204-01-01'                      | not-a-date",
                "'type':'datetime','subtype':'datetime'                  | '2026-11-20T10:00:00+07:00'       | -",
                "'type':'datetime','subtype':'datetime'                  | '2026-11-20T03:00Z'               | -",
                "'type':'datetime','subtype':'datetime'                  | '2026-11-20T10:00:00'             | not-a-date-and-time",
                "'type':'datetime','subtype':'datetime','timeSerializingFormat':'no_timezone' | '2026-11-20T10:00:00' | -",
                "'type':'datetime','subtype':'time'                      | '10:05'                           | -",
                "'type':'datetime','subtype':'time'                      | '10h05'                           | not-a-time",
                "'type':'datetime','subtype':'date','properties':{'rule':'past'}     | '2026-11-20'          | -",
                "'type':'datetime','subtype':'date','properties':{'rule':'past'}     | '2026-11-21'          | in-the-future",
                "'type':'datetime','subtype':'datetime','properties':{'rule':'past'} | '2026-11-20T10:05:00+07:00' | -",
                "'type':'datetime','subtype':'datetime','properties':{'rule':'past'} | '2026-11-20T10:05:01+07:00' | in-the-future",
                "'type':'textfield','properties':{'rule':'identity-number'}          | '001048000456'        | -",
                "'type':'textfield','properties':{'rule':'identity-number'}          | '00104800045'         | identity-number-invalid",
                "'type':'textfield','properties':{'rule':'identity-number'}          | '0010480004567'       | identity-number-invalid",
                "'type':'textfield','properties':{'rule':'identity-number'}          | '٠٠١٠٤٨٠٠٠٤٥٦'        | identity-number-invalid",
                "'type':'textfield','properties':{'rule':'account-number'}           | '0011000123456'       | -",
                "'type':'textfield','properties':{'rule':'account-number'}           | '0011-000'            | account-number-invalid",
                "'type':'textfield','properties':{'rule':'phone'}                    | '0912000123'          | -",
                "'type':'textfield','properties':{'rule':'phone'}                    | '+84912000123'        | -",
                "'type':'textfield','properties':{'rule':'phone'}                    | '12345'               | phone-invalid",
                "'type':'textfield','properties':{'rule':'email'}                    | 'ha.nguyen@example.vn'| -",
                "'type':'textfield','properties':{'rule':'email'}                    | 'ha.nguyen@'          | email-invalid",
                "'type':'textfield','properties':{'rule':'name'}                     | 'Nguyễn Thị Thanh Hà' | -",
                "'type':'textfield','properties':{'rule':'name'}                     | 'H’Hen Niê'           | -",
                "'type':'textfield','properties':{'rule':'name'}                     | 'Y-Bih Alêô'          | -",
                "'type':'textfield','properties':{'rule':'name'}                     | 'Nguyễn 2'            | name-invalid",
                "'type':'textfield','properties':{'rule':'name'}                     | '<script>'            | name-invalid",
            })
    void a_value_has_the_fault_it_has(String component, String value, @Nullable String fault) {
        var form = form("{'components':[{'key':'field','label':'Mục'," + component + "}]}");

        List<Problem> problems = forms().validate(form, json("{'field':" + value + "}"), "data");

        if (fault == null) {
            assertThat(problems).isEmpty();
        } else {
            assertThat(problems)
                    .extracting(Problem::field)
                    .isNotEmpty()
                    .allSatisfy(field -> assertThat(field).startsWith("data.field"));
            assertThat(problems).extracting(Problem::code).containsExactly(fault);
        }
    }

    @Test
    void dates_are_compared_with_other_dates() {
        var form = form("""
                {'components':[
                  {'type':'datetime','subtype':'date','key':'born','dateLabel':'a'},
                  {'type':'datetime','subtype':'datetime','key':'died','dateLabel':'b','properties':{'rule':'past not-before:born'}}]}
                """);

        assertThat(codes(form, "{'born':'1948-03-02','died':'1948-03-02T00:30:00+07:00'}"))
                .isEmpty();
        assertThat(codes(form, "{'born':'1948-03-02','died':'1948-03-01T23:30:00+07:00'}"))
                .containsExactly("before-other-date");
        assertThat(codes(form, "{'died':'1948-03-01T23:30:00+07:00'}")).isEmpty();
        assertThat(codes(form, "{'born':'nonsense','died':'1948-03-01T23:30:00+07:00'}"))
                .containsExactly("not-a-date");
    }

    @Test
    void a_moment_is_stored_as_vietnam_writes_it_wherever_the_browser_stood() {
        var form = form("""
                {'components':[
                  {'type':'group','path':'deceased','components':[
                    {'type':'datetime','subtype':'datetime','key':'diedAt','dateLabel':'a'}]},
                  {'type':'datetime','subtype':'datetime','key':'moved.at','dateLabel':'b'},
                  {'type':'textfield','key':'note','label':'c'},
                  {'type':'dynamiclist','path':'visits','components':[
                    {'type':'datetime','subtype':'datetime','key':'at','dateLabel':'d'}]}]}
                """);

        var filled = forms().fill(
                        form,
                        Map.of(),
                        json(
                                "{'deceased':{'diedAt':'2026-11-17T23:40:00+09:00'},'moved':{'at':'1970-05-01T00:30:00+08:00'},"
                                        + "'note':'2026-11-17T23:40:00+09:00','visits':[{'at':'2026-11-17T20:40:00Z'}]}"),
                        "");

        assertThat(filled.problems()).isEmpty();
        assertThat(filled.changes())
                .isEqualTo(json("{'deceased':{'diedAt':'2026-11-17T21:40:00+07:00'},"
                        // Saigon's own offset in those days.
                        + "'moved':{'at':'1970-05-01T00:30:00+08:00'},"
                        + "'note':'2026-11-17T23:40:00+09:00','visits':[{'at':'2026-11-18T03:40:00+07:00'}]}"));
    }

    @Test
    void groups_and_dots_lead_to_the_same_place() {
        var form = form("""
                {'components':[
                  {'type':'group','path':'deceased','components':[
                     {'type':'textfield','key':'residence.commune','label':'a','validate':{'required':true}}]},
                  {'type':'group','components':[
                     {'type':'textfield','key':'deceased.fullName','label':'b','validate':{'required':true}}]}]}
                """);

        assertThat(form.paths()).containsExactly("deceased.residence.commune", "deceased.fullName");
        assertThat(fields(form, "{}")).containsExactly("deceased.fullName", "deceased.residence.commune");
        assertThat(fields(form, "{'deceased':{'fullName':'Bình','residence':{'commune':'an-hoa'}}}"))
                .isEmpty();
    }

    @Test
    void every_line_of_a_list_is_checked() {
        var form = form("""
                {'components':[{'type':'dynamiclist','path':'children','components':[
                   {'type':'textfield','key':'name','label':'a','validate':{'required':true}},
                   {'type':'textfield','key':'school','label':'b','validate':{'required':true},
                    'conditional':{'hide':'=if age > 5 then false else true'}},
                   {'type':'number','key':'age','label':'c'}]}]}
                """);

        assertThat(
                        fields(
                                form,
                                "{'children':[{'name':'An','age':3},{'age':7},{'name':'Bình','age':9,'school':'A','x':1},'Chi']}"))
                .containsExactly("children[1].name", "children[1].school", "children[2].x", "children[3]");
        assertThat(fields(form, "{'children':{'name':'An'}}")).containsExactly("children");
    }

    @Test
    void what_is_hidden_need_not_be_answered() {
        var form = form("""
                {'components':[
                  {'type':'checklist','key':'package','label':'a','values':[{'label':'F','value':'FUNERAL'}]},
                  {'type':'group','label':'g','conditional':{'hide':'=not(list contains(package, "FUNERAL"))'},'components':[
                    {'type':'textfield','key':'payee','label':'b','validate':{'required':true},'properties':{'rule':'name'}}]}]}
                """.replace("\"", "\\\""));

        assertThat(codes(form, "{'package':[]}")).isEmpty();
        assertThat(codes(form, "{'package':['FUNERAL']}")).containsExactly("required");
        assertThat(codes(form, "{'package':[],'payee':'7'}")).containsExactly("name-invalid");
    }

    @Test
    void what_nobody_asked_for_is_told_and_not_dropped() {
        var form = form("{'components':[{'type':'textfield','key':'a.b','label':'x'}]}");

        assertThat(fields(form, "{'a':{'b':'1','c':'2'},'d':{'e':1}}")).containsExactly("a.c", "d");
        assertThat(codes(form, "{'a':'text'}")).containsExactly("malformed");
        assertThat(codes(form, "{'a':null}")).isEmpty();
    }

    @Test
    void more_data_than_any_form_has_is_refused_once() {
        var form = form("{'components':[{'type':'textfield','key':'a','label':'x'}]}");
        var deep = new HashMap<String, Object>();
        Map<String, Object> at = deep;
        for (int i = 0; i < 5_000; i++) {
            var inner = new HashMap<String, Object>();
            at.put("a", inner);
            at = inner;
        }
        var wide = new HashMap<String, Object>(Map.of("a", new ArrayList<>(Collections.nCopies(50_000, "x"))));

        assertThat(forms().validate(form, deep, "")).extracting(Problem::code).containsOnlyOnce("too-much-data");
        assertThat(forms().validate(form, wide, "")).extracting(Problem::code).containsOnlyOnce("too-much-data");
    }

    @Test
    void texts_are_trimmed_and_composed_and_free_of_what_cannot_be_seen() {
        var form = form("{'components':[{'type':'textfield','key':'a','label':'x'}]}");

        var filled = forms().fill(form, Map.of(), Map.of("a", "\u00a0 Nguye\u0302\u0303n\t "), "");

        assertThat(filled.changes()).isEqualTo(Map.of("a", "Nguyễn"));
        assertThat(codes(form, "{'a':'a\\u0000b'}")).containsExactly("control-character");
        assertThat(codes(form, "{'a':'a\\u202eb'}")).containsExactly("control-character");
        assertThat(forms().validate(form, Map.of("a", "a\ud800b"), ""))
                .extracting(Problem::code)
                .containsExactly("control-character");
        assertThat(forms().validate(form, Map.of("a", Double.NaN), ""))
                .extracting(Problem::code)
                .containsExactly("malformed");
    }

    @Test
    void a_step_changes_what_it_asks_and_only_shows_the_rest() {
        var form = form("""
                {'components':[
                  {'type':'textfield','key':'deceased.fullName','label':'a','readonly':true},
                  {'type':'textfield','key':'registration.book','label':'b','validate':{'required':true}},
                  {'type':'number','key':'registration.copies','label':'c','readonly':true}]}
                """);
        var content = json("{'deceased':{'fullName':'Bình','gender':'MALE'},'registration':{'copies':2,'book':'01'}}");

        var asItCame = forms().fill(form, content, forms().prefilled(form, content), "data");
        var changed = forms().fill(form, content, json("{'registration':{'book':'02'}}"), "data");
        var tampered = forms().fill(form, content, json("{'deceased':{'fullName':'An'}}"), "data");
        var emptied = forms().fill(form, content, json("{'registration':{'book':null}}"), "data");

        assertThat(asItCame).isEqualTo(new Forms.Filled(json("{'registration':{'book':'01'}}"), List.of()));
        assertThat(changed.changes()).isEqualTo(json("{'registration':{'book':'02'}}"));
        assertThat(tampered.problems())
                .extracting(Problem::field, Problem::code)
                .containsExactly(tuple("data.deceased.fullName", "read-only"));
        assertThat(tampered.changes()).isEmpty();
        assertThat(emptied.problems())
                .extracting(Problem::field, Problem::code)
                .containsExactly(tuple("data.registration.book", "required"));
    }

    @Test
    void what_a_form_only_shows_may_come_back_as_a_viewer_writes_it() {
        var form = form("""
                {'components':[
                  {'type':'textfield','key':'number','label':'a','readonly':true},
                  {'type':'datetime','subtype':'datetime','key':'at','dateLabel':'b','readonly':true}]}
                """);
        var content = json("{'at':'2026-11-17T21:40:00+07:00'}");

        assertThat(forms().fill(form, content, json("{'number':'','at':'2026-11-17T21:40+07:00'}"), "")
                        .problems())
                .isEmpty();
        assertThat(forms().fill(form, content, json("{'number':'7','at':'2026-11-17T21:41+07:00'}"), "")
                        .problems())
                .extracting(Problem::code)
                .containsExactly("read-only", "read-only");
    }

    @Test
    void a_form_is_filled_in_beforehand_with_what_is_known_and_its_defaults() {
        var form = form("""
                {'components':[
                  {'type':'group','path':'deceased','components':[{'type':'textfield','key':'fullName','label':'a'}]},
                  {'type':'select','key':'deceased.nationality','label':'b','defaultValue':'VNM','values':[{'label':'V','value':'VNM'}]},
                  {'type':'textfield','key':'note','label':'c'},
                  {'type':'dynamiclist','path':'children','components':[{'type':'textfield','key':'name','label':'d'}]}]}
                """);

        var filled =
                forms().prefilled(form, json("{'deceased':{'fullName':'Bình'},'children':[{'name':'An'}],'secret':1}"));

        assertThat(filled)
                .isEqualTo(json("{'deceased':{'fullName':'Bình','nationality':'VNM'},'children':[{'name':'An'}]}"));
    }

    @Test
    void the_viewer_knows_of_the_rest_what_conditions_ask_for_and_nothing_else() {
        FormSchema form = form("""
                {'components':[{'type':'group','id':'G','label':'g',
                  'conditional':{'hide':'=if list contains(package, \\"RESIDENCE\\") or household.size > 3 then false else true'},
                  'components':[{'type':'textfield','id':'H','label':'h','key':'household.headName'}]}]}
                """);

        var known = forms().surroundings(
                        form,
                        json("{'package':['DEATH'],'household':{'size':4,'note':'x'},'deceased':{'fullName':'y'}}"));

        assertThat(known).isEqualTo(json("{'package':['DEATH'],'household':{'size':4}}"));
    }

    @Test
    void the_viewer_gets_english_texts_and_the_choices_written_out() {
        var form = form("""
                {'components':[
                  {'type':'select','key':'commune','label':'Xã','valuesExpression':'=lists.communes','properties':{'label_en':'Commune'}},
                  {'type':'radio','key':'sex','label':'Giới tính','values':[{'label':'Nam','value':'M','label_en':'Male'}]},
                  {'type':'text','text':'Chào','properties':{'text_en':'Hello'}}]}
                """)
                .with(locale -> Map.of(
                        "communes",
                        List.of(new ChoiceLists.Choice("an-hoa", locale.equals(Locale.ENGLISH) ? "Ward" : "Phường"))));

        assertThat(components(form.localised(Locale.ENGLISH)))
                .extracting(component -> component.get("label"), component -> component.get("text"))
                .containsExactly(tuple("Commune", null), tuple("Giới tính", null), tuple(null, "Hello"));
        assertThat(components(form.localised(Locale.ENGLISH)).get(0))
                .containsEntry("values", List.of(Map.of("value", "an-hoa", "label", "Ward")))
                .doesNotContainKey("valuesExpression");
        assertThat(String.valueOf(
                        components(form.localised(Locale.ENGLISH)).get(1).get("values")))
                .contains("Male");
        assertThat(components(form.localised(Locale.forLanguageTag("vi"))).get(0))
                .containsEntry("label", "Xã");
    }

    private static List<String> codes(FormSchema form, String answers) {
        return forms().validate(form, json(answers), "").stream()
                .map(Problem::code)
                .toList();
    }

    private static List<String> fields(FormSchema form, String answers) {
        return forms().validate(form, json(answers), "").stream()
                .map(Problem::field)
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> components(Map<String, Object> form) {
        return (List<Map<String, Object>>) Objects.requireNonNull(form.get("components"));
    }

    /** Neither the catalogue nor the lists are asked in these tests. */
    @SuppressWarnings("NullAway")
    private static Forms forms() {
        return new Forms(null, null, new Feel(), CLOCK);
    }

    static FormSchema form(String json) {
        var faults = new ArrayList<Fault>();
        FormSchema form =
                FormReader.read("probe.form", json.replace('\'', '"').getBytes(StandardCharsets.UTF_8), faults);
        assertThat(faults).isEmpty();
        return Objects.requireNonNull(form);
    }

    private static Map<String, @Nullable Object> json(String text) {
        return JsonMapper.shared().readValue(text.replace('\'', '"'), new TypeReference<>() {});
    }
}
